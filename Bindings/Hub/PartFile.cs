using System.Text;

namespace TorchSharp;

/// <summary>
/// A download on its way: <c>target.part</c> holds the bytes so far, <c>target.part.from</c> what they are the beginning of, so that a later process
/// can go on where this one stopped. Used under the download's lock only.
/// </summary>
internal sealed class PartFile(string target)
{
    private const int LongestNote = 1 << 14;

    /// <summary>The bytes so far.</summary>
    public string Path { get; } = target + ".part";

    private string Note { get; } = target + ".part.from";

    /// <summary>How many bytes there are.</summary>
    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>
    /// The version of the content that the bytes belong to (an ETag or a date, as the server gave it), or null where they cannot be gone on with: no
    /// bytes, from another address, or of no known version.
    /// </summary>
    public string? VersionOf(string url)
    {
        if (Length == 0 || !File.Exists(Note) || new FileInfo(Note).Length > LongestNote)
        {
            return null;
        }
        return File.ReadAllLines(Note, Encoding.UTF8) is [var from, var version] && from == url && version.Length > 0 ? version : null;
    }

    /// <summary>Starts over with an empty file.</summary>
    /// <param name="url">Where the bytes come from.</param>
    /// <param name="version">Their version, or null where the server names none.</param>
    public FileStream Restart(string url, string? version)
    {
        File.Delete(Note);
        var file = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.Read);
        if (version is not null)
        {
            File.WriteAllLines(Note, [url, version], Encoding.UTF8);
        }
        return file;
    }

    /// <summary>Goes on behind the bytes so far.</summary>
    public FileStream Append() => new(Path, FileMode.Append, FileAccess.Write, FileShare.Read);

    /// <summary>The bytes are all there and right: they take the target's name.</summary>
    public void Finish()
    {
        File.Move(Path, target, overwrite: true);
        File.Delete(Note);
    }

    /// <summary>Forgets the bytes so far.</summary>
    public void Discard()
    {
        File.Delete(Note);
        File.Delete(Path);
    }
}
