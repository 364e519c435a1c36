using System.IO.Compression;
using TorchSharp;
using TorchSharp.Utils;

namespace Bindings.Tests.Utils;

public sealed class SmallUtilitiesTests
{
    [Fact]
    public void Numbers_are_read_most_significant_byte_first()
    {
        var stream = new MemoryStream([0x00, 0x00, 0x08, 0x03, 1, 2, 3, 9, 8, 7]);
        var reader = new BigEndianReader(new BinaryReader(stream));

        Assert.Equal(2051, reader.ReadInt32());
        Assert.Equal([3, 2, 1], reader.ReadBigEndianBytes(3));
        Assert.Equal([9, 8, 7], reader.ReadBytes(5));
        Assert.Same(stream, reader.BaseStream);
        Assert.Contains("cut short", Assert.Throws<EndOfStreamException>(() => reader.ReadInt32()).Message);
        reader.Close();
        Assert.False(stream.CanRead);
    }

    [Fact]
    public void Objects_are_told_apart_by_identity()
    {
        string one = new('a', 3), other = new('a', 3);
        IEqualityComparer<string> comparer = TorchSharp.Utils.ReferenceEqualityComparer<string>.Default;

        Assert.False(comparer.Equals(one, other));
        Assert.True(comparer.Equals(one, one));
        Assert.Equal(comparer.GetHashCode(one), comparer.GetHashCode(one));
        Assert.Equal(2, new HashSet<string>(comparer) { one, other, one }.Count);
    }

    [Fact]
    public void Archives_are_unpacked_and_damaged_ones_refused()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("decompress");
        try
        {
            string file = Path.Combine(folder.FullName, "words.txt.gz");
            using (var gzip = new GZipStream(File.Create(file), CompressionLevel.Fastest))
            {
                gzip.Write("some words"u8);
            }

            Decompress.DecompressGZipFile(file, Path.Combine(folder.FullName, "out"));
            Assert.Equal("some words", File.ReadAllText(Path.Combine(folder.FullName, "out", "words.txt")));

            string archive = Path.Combine(folder.FullName, "all.tgz");
            using (var gzip = new GZipStream(File.Create(archive), CompressionLevel.Fastest))
            {
                System.Formats.Tar.TarFile.CreateFromDirectory(Path.Combine(folder.FullName, "out"), gzip, includeBaseDirectory: false);
            }

            Decompress.ExtractTGZ(archive, Path.Combine(folder.FullName, "again"));
            Assert.Equal("some words", File.ReadAllText(Path.Combine(folder.FullName, "again", "words.txt")));

            File.WriteAllText(archive, "no archive");
            Assert.Throws<ArchiveException>(() => Decompress.ExtractTGZ(archive, folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Attributes_keep_what_they_are_given()
    {
        Assert.Equal(typeof(Uri), new TypeFormatterSourceAttribute(typeof(Uri)).FormatterSourceType);
        Assert.Equal("", new ComponentNameAttribute().Name);
        Assert.Equal("first", new ComponentNameAttribute { Name = "first" }.Name);
    }
}
