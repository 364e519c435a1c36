namespace TorchSharp;

/// <summary>
/// The folder that an archive is unpacked into: names become paths below it or are refused, and the bytes that arrive are counted, whatever the
/// archive's own records say.
/// </summary>
/// <param name="archive">The archive's path, for messages.</param>
/// <param name="root">The folder.</param>
/// <param name="overwrite">Whether files that exist are written again.</param>
/// <param name="maxBytes">How many bytes the archive may grow to.</param>
internal sealed class ArchiveTarget(string archive, string root, bool overwrite, long maxBytes)
{
    private const int BufferSize = 1 << 16;

    // What a name costs on the disk at least, so that names alone are bounded too.
    private const int BytesPerEntry = 512;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly HashSet<string> _checkedFolders = new(StringComparer.Ordinal);
    private long _written;

    /// <summary>The files of the archive, in its order, written now or before.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Makes a folder.</summary>
    public void AddFolder(string name)
    {
        Count(name, BytesPerEntry);
        if (Parts(name) is { Length: > 0 } parts)
        {
            MakeFolder(name, parts);
        }
    }

    /// <summary>Writes a file unless it is there already; a half-written one never bears the name.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="open">Opens its bytes; called only if they are wanted.</param>
    /// <param name="check">Called with the length and the CRC-32 of the bytes before the file takes its name; null where the format has none.</param>
    public void AddFile(string name, Func<Stream> open, Action<long, uint>? check)
    {
        Count(name, BytesPerEntry);
        var parts = Parts(name);
        if (parts.Length == 0)
        {
            throw new ArchiveException(archive, name, "a file has no name.");
        }
        var folder = MakeFolder(name, parts[..^1]);
        var path = Path.Combine(folder, parts[^1]);
        Files.Add(path);
        if (File.Exists(path) && !overwrite)
        {
            return;
        }
        if (Directory.Exists(path))
        {
            throw new ArchiveException(archive, name, $"a folder {path} stands in the way.");
        }
        Interop.AtomicFile.Write(path, file =>
        {
            using var content = open();
            var (length, crc) = Copy(name, content, file);
            check?.Invoke(length, crc);
        });
    }

    private (long Length, uint Crc) Copy(string name, Stream content, Stream file)
    {
        var length = 0L;
        var crc = 0u;
        int read;
        while ((read = content.Read(_buffer)) > 0)
        {
            Count(name, read);
            crc = Crc32.Append(crc, _buffer.AsSpan(0, read));
            file.Write(_buffer, 0, read);
            length += read;
        }
        return (length, crc);
    }

    private void Count(string name, int bytes)
    {
        _written += bytes;
        if (_written > maxBytes)
        {
            throw new ArchiveException(
                archive, name, $"the archive grows beyond {maxBytes} bytes, which no honest one of its size does. Pass a larger max_bytes if it is trusted.");
        }
    }

    // The parts of a name below the root. A backslash parts too: some programs on Windows write it, and there it would.
    private string[] Parts(string name)
    {
        if (name.Contains('\0'))
        {
            throw new ArchiveException(archive, name.Replace('\0', '?'), "the name holds a zero character.");
        }
        var plain = name.Replace('\\', '/');
        if (plain.StartsWith('/') || (plain.Length >= 2 && char.IsAsciiLetter(plain[0]) && plain[1] == ':'))
        {
            throw new ArchiveException(archive, name, "the path is absolute; it would be written outside the folder.");
        }
        string[] parts = [.. plain.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".")];
        return parts.Contains("..")
            ? throw new ArchiveException(archive, name, "the path leads upwards with \"..\"; it would be written outside the folder.")
            : parts;
    }

    // A link that stood in the folder before could lead out of it as well as one from the archive.
    private string MakeFolder(string name, ReadOnlySpan<string> parts)
    {
        var folder = root;
        foreach (var part in parts)
        {
            folder = Path.Combine(folder, part);
            if (!_checkedFolders.Add(folder))
            {
                continue;
            }
            if (File.Exists(folder))
            {
                throw new ArchiveException(archive, name, $"a file {folder} stands where a folder is needed.");
            }
            if (new DirectoryInfo(folder) is { Exists: true, LinkTarget: not null })
            {
                throw new ArchiveException(archive, name, $"{folder} is a link, which may lead outside the folder. Remove it and try again.");
            }
            Directory.CreateDirectory(folder);
        }
        return folder;
    }
}
