using System.Formats.Tar;
using System.IO.Compression;

namespace TorchSharp;

/// <summary>Unpacks tar (plain or with gzip), zip and gzip files. Only files and folders are made; links and devices are refused.</summary>
internal static class ArchiveExtractor
{
    private const long Allowance = 1L << 30;
    private const int Growth = 100;

    /// <summary>How many bytes an archive may grow to unless the caller says otherwise: 1 GiB, and a hundred times its own size.</summary>
    public static long DefaultLimit(string path) => Allowance + (Growth * new FileInfo(path).Length);

    /// <summary>Unpacks an archive by what its name ends in, and answers with its files.</summary>
    public static List<string> Extract(string path, string folder, bool overwrite, long maxBytes)
    {
        var target = new ArchiveTarget(path, folder, overwrite, maxBytes);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (EndsWith(path, ".tar.gz") || EndsWith(path, ".tgz"))
            {
                using var tar = new CheckedGzipStream(file);
                Tar(path, tar, target, maxBytes);
            }
            else if (EndsWith(path, ".tar"))
            {
                Tar(path, file, target, maxBytes);
            }
            else if (EndsWith(path, ".zip"))
            {
                Zip(path, file, target);
            }
            else if (EndsWith(path, ".gz"))
            {
                RequireGzip(path, file);
                target.AddFile(Path.GetFileName(path)[..^".gz".Length], () => new CheckedGzipStream(file), null);
            }
            else
            {
                throw new ArchiveException(path, null, "the name ends in none of .tar.gz, .tgz, .tar, .zip and .gz, which are the archives known here.");
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or FormatException and not ArchiveException
            or ArgumentException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            throw new ArchiveException(path, null, $"the archive is cut short, damaged or of another kind ({problem.Message}). Delete and get it again.", problem);
        }
        return target.Files;
    }

    private static bool EndsWith(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static void Tar(string path, Stream stream, ArchiveTarget target, long maxBytes)
    {
        using var reader = new TarReader(stream, leaveOpen: true);
        var any = false;
        while (reader.GetNextEntry() is { } entry)
        {
            any = true;
            switch (entry.EntryType)
            {
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    target.AddFile(entry.Name, () => entry.DataStream ?? Stream.Null, (length, _) => RequireLength(path, entry.Name, length, entry.Length));
                    break;
                case TarEntryType.Directory:
                    target.AddFolder(entry.Name);
                    break;
                case TarEntryType.GlobalExtendedAttributes:
                    break;
                default:
                    throw Refused(path, entry.Name, entry.EntryType.ToString(), entry.LinkName);
            }
        }
        if (!any)
        {
            throw new ArchiveException(path, null, "it holds nothing, or is no tar archive.");
        }
        ReadToEnd(path, stream, maxBytes);
    }

    // Whether a compressed tar is whole shows behind its last entry.
    private static void ReadToEnd(string path, Stream stream, long maxBytes)
    {
        Span<byte> rest = stackalloc byte[1 << 12];
        long length = 0;
        int read;
        while ((read = stream.Read(rest)) > 0)
        {
            length += read;
            if (length > maxBytes)
            {
                throw new ArchiveException(path, null, $"more than {maxBytes} bytes follow its last entry.");
            }
        }
    }

    private static void Zip(string path, FileStream file, ArchiveTarget target)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            const int TypeMask = 0xF000, Regular = 0x8000, Folder = 0x4000;
            var type = (entry.ExternalAttributes >> 16) & TypeMask;
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
            {
                target.AddFolder(entry.FullName);
            }
            else if (type is 0 or Regular or Folder)
            {
                target.AddFile(entry.FullName, entry.Open, (length, crc) =>
                {
                    RequireLength(path, entry.FullName, length, entry.Length);
                    if (crc != entry.Crc32)
                    {
                        throw new ArchiveException(path, entry.FullName, $"its checksum is {crc:x8} and should be {entry.Crc32:x8}: the archive is damaged.");
                    }
                });
            }
            else
            {
                throw Refused(path, entry.FullName, $"file of type {type:x4}", "");
            }
        }
    }

    private static void RequireLength(string path, string entry, long found, long expected)
    {
        if (found != expected)
        {
            throw new ArchiveException(path, entry, $"it has {found} bytes and should have {expected}: the archive is cut short or damaged.");
        }
    }

    private static void RequireGzip(string path, FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read < 2 || start[0] != 0x1f || start[1] != 0x8b)
        {
            throw new ArchiveException(path, null, "it does not begin as a gzip file does.");
        }
        file.Position = 0;
    }

    private static ArchiveException Refused(string path, string entry, string kind, string leadsTo) => new(
        path, entry, $"it is a {kind}{(leadsTo.Length > 0 ? $" to \"{leadsTo}\"" : "")}; only files and folders are unpacked. Nothing behind it was written.");
}
