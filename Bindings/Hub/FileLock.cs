namespace TorchSharp;

/// <summary>
/// A lock that processes share: a small file, held open by its owner. The system lets go of it when the owner ends, however it ends, and the owner
/// removes it when done.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int LinuxBusy = 11;
    private const int MacBusy = 35;
    private const int WindowsBusy = unchecked((int)0x80070020);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FileLock(FileStream file, bool waited)
    {
        _file = file;
        Waited = waited;
    }

    /// <summary>Whether somebody else held it first.</summary>
    public bool Waited { get; }

    /// <summary>Waits until the lock is free and takes it.</summary>
    /// <param name="path">The lock's file; its folder must exist.</param>
    /// <param name="whenBusy">Called once if somebody else holds it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IOException">The file cannot be made there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made there.</exception>
    public static async Task<FileLock> TakeAsync(string path, Action whenBusy, CancellationToken cancellation)
    {
        for (var waited = false; ; waited = true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } file)
            {
                return new FileLock(file, waited);
            }
            if (!waited)
            {
                whenBusy();
            }
            await Task.Delay(BetweenTries, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            // While it is still locked: afterwards the name may be another's.
            File.Delete(_file.Name);
            _file.Dispose();
            return;
        }
        _file.Dispose();
        try
        {
            File.Delete(_file.Name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            System.Diagnostics.Trace.TraceInformation($"The next process holds '{_file.Name}' already.");
        }
    }

    private static FileStream? TryOpen(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException problem) when (problem.HResult is LinuxBusy or MacBusy or WindowsBusy)
        {
            return null;
        }
        // What was opened just before its owner removed it is locked now but has no name any more, and another process may make a new file under
        // the name. Only who finds its own mark under the name holds the lock.
        try
        {
            if (OperatingSystem.IsWindows() || IsStillNamed(file, path))
            {
                return file;
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }
        file.Dispose();
        return null;
    }

    // Only metadata can be read by name while the file is locked: a random date is the mark.
    private static bool IsStillNamed(FileStream file, string path)
    {
        var mark = DateTime.UnixEpoch.AddSeconds(Random.Shared.Next());
        File.SetLastWriteTimeUtc(file.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(file.SafeFileHandle);
    }
}
