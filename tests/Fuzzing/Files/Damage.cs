using System.IO.Compression;
using Bindings.Tests.Serialization;

namespace Fuzzing.Files;

/// <summary>Damages files: anywhere, or, within an archive, in one of its parts, with checksums that fit what is there now.</summary>
internal static class Damage
{
    /// <summary>A damaged copy, the same for the same seed.</summary>
    public static byte[] Of(FileFormat file, int seed) =>
        file.IsZip && seed % 3 > 0 ? Within(file.Whole, seed) : new Mutations(file.Whole, file.Whole.Length, seed).Next();

    private static byte[] Within(byte[] whole, int seed)
    {
        using var source = new ZipArchive(new MemoryStream(whole, writable: false));
        var damaged = new Random(seed).Next(source.Entries.Count);
        using var target = new MemoryStream();
        using (var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (index, entry) in source.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var stored = entry.Open())
                {
                    stored.CopyTo(content);
                }

                var bytes = content.ToArray();
                using var written = copy.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                written.Write(index == damaged ? new Mutations(bytes, bytes.Length, seed).Next() : bytes);
            }
        }

        return target.ToArray();
    }
}
