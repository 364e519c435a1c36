namespace TorchSharp.Interop;

/// <summary>
/// Writes a file so that its final name never holds half of it: the bytes go to a temporary file in the same folder, are flushed to the disk, and
/// the temporary then takes the final name in one step.
/// </summary>
/// <remarks>
/// When anything fails on the way (a full disk, an exception from the writer), the temporary is removed, a file that stood under the final name
/// before is untouched, and the exception goes on to the caller.
/// </remarks>
public static class AtomicFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>Writes <paramref name="path"/> from what <paramref name="write"/> puts into the stream.</summary>
    /// <param name="path">The final name; an existing file is replaced. Its folder must exist.</param>
    /// <param name="write">Receives a writable, seekable stream and must not keep it.</param>
    /// <exception cref="IOException">The disk is full, the folder is missing, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var final = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(final) ?? ".", $".{Path.GetFileName(final)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, final, overwrite: true);
        }
        catch
        {
            RemoveTemporary(temporary);
            throw;
        }
    }

    /// <summary>Writes <paramref name="contents"/> as UTF-8 text without a byte order mark.</summary>
    /// <param name="path">The final name; an existing file is replaced.</param>
    /// <param name="contents">The whole text.</param>
    /// <exception cref="IOException">The file cannot be written; see <see cref="Write(string, Action{Stream})"/>.</exception>
    public static void WriteAllText(string path, string contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        WriteAllBytes(path, System.Text.Encoding.UTF8.GetBytes(contents));
    }

    /// <summary>Writes <paramref name="contents"/> as they are.</summary>
    /// <param name="path">The final name; an existing file is replaced.</param>
    /// <param name="contents">The whole file.</param>
    /// <exception cref="IOException">The file cannot be written; see <see cref="Write(string, Action{Stream})"/>.</exception>
    public static void WriteAllBytes(string path, byte[] contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        Write(path, stream => stream.Write(contents));
    }

    // The first failure is the one to report: a temporary that cannot be removed must not hide it.
    private static void RemoveTemporary(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            System.Diagnostics.Trace.TraceWarning($"The temporary file '{temporary}' could not be removed: {exception.Message}");
        }
    }
}
