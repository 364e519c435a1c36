namespace TorchSharp;

/// <summary>An archive is damaged, of no known kind, or holds something that is never unpacked, such as a path that leads out of the folder.</summary>
public sealed class ArchiveException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="archive">The archive's path.</param>
    /// <param name="entry">The entry at fault, if it is one.</param>
    /// <param name="problem">What is wrong and what to do; the message names the archive and the entry before it.</param>
    /// <param name="innerException">What found it, if anything.</param>
    public ArchiveException(string archive, string? entry, string problem, Exception? innerException = null)
        : base(entry is null ? $"{archive}: {problem}" : $"{archive}, entry \"{entry}\": {problem}", innerException)
    {
        Archive = archive;
        Entry = entry;
    }

    /// <summary>The archive's path.</summary>
    public string Archive { get; }

    /// <summary>The entry at fault, as the archive names it, if it is one.</summary>
    public string? Entry { get; }
}
