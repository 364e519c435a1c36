using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>Archives that are damaged, that grow, and that meet what is there already.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Zip(params (string Name, byte[] Content)[] entries)
    {
        var path = _folder.File("a.zip");
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }
        return path;
    }

    private string Tar(params (string Name, byte[] Content)[] entries)
    {
        var path = _folder.File("a.tar.gz");
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        using var tar = new TarWriter(gzip);
        foreach (var (name, content) in entries)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }
        return path;
    }

    private string Gz(byte[] content)
    {
        var path = _folder.File("a.txt.gz");
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        gzip.Write(content);
        return path;
    }

    [Fact]
    public void ExistingFilesStayUnlessOverwritten()
    {
        var archive = Tar(("a.txt", "new"u8.ToArray()), ("b.txt", "b"u8.ToArray()));
        var output = _folder.File("out");
        Directory.CreateDirectory(output);
        File.WriteAllText(Path.Combine(output, "a.txt"), "old");
        Assert.Equal([Path.Combine(output, "a.txt"), Path.Combine(output, "b.txt")], torch.hub.extract_archive(archive, output));
        Assert.Equal("old", File.ReadAllText(Path.Combine(output, "a.txt")));
        torch.hub.extract_archive(archive, output, overwrite: true);
        Assert.Equal("new", File.ReadAllText(Path.Combine(output, "a.txt")));
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("gz")]
    public void ArchiveThatGrowsTooMuchIsStopped(string kind)
    {
        var zeros = new byte[5_000_000];
        var archive = kind switch { "zip" => Zip(("zeros", zeros)), "tar" => Tar(("zeros", zeros)), _ => Gz(zeros) };
        var output = _folder.File("out");
        var error = Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(archive, output, max_bytes: 1_000_000));
        Assert.Contains("1000000", error.Message);
        Assert.Empty(Directory.GetFiles(output));
        Assert.Single(torch.hub.extract_archive(archive, output, max_bytes: 6_000_000));
        Assert.Equal(1L << 30, ArchiveExtractor.DefaultLimit(archive) - (100 * new FileInfo(archive).Length));
    }

    [Fact]
    public void NamesAloneAreCountedToo()
    {
        var archive = Zip([.. Enumerable.Range(0, 300).Select(number => ($"{number}", Array.Empty<byte>()))]);
        Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(archive, _folder.File("out"), max_bytes: 100_000));
    }

    [Fact]
    public void EveryTruncationIsNoticed()
    {
        var random = new byte[3000];
        new Random(1).NextBytes(random);
        foreach (var archive in (string[])[Zip(("a", random), ("b", random)), Tar(("a", random), ("b", random)), Gz(random)])
        {
            var whole = File.ReadAllBytes(archive);
            for (var length = 0; length < whole.Length; length += 37)
            {
                File.WriteAllBytes(archive, whole[..length]);
                var output = _folder.File($"{Path.GetExtension(archive)}{length}");
                var error = Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(archive, output, overwrite: true));
                Assert.Contains(archive, error.Message);
                Assert.All(Directory.GetFiles(output), path => Assert.Equal(random, File.ReadAllBytes(path)));
            }
        }
    }

    [Fact]
    public void WrongChecksumIsNoticed()
    {
        var archive = _folder.File("a.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            using var stream = zip.CreateEntry("a.txt", CompressionLevel.NoCompression).Open();
            stream.Write("some content"u8);
        }
        var bytes = File.ReadAllBytes(archive);
        bytes[bytes.AsSpan().IndexOf("content"u8)] ^= 1;
        File.WriteAllBytes(archive, bytes);
        var error = Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(archive, _folder.File("out")));
        Assert.Equal("a.txt", error.Entry);
        Assert.Contains("checksum", error.Message);
    }

    [Fact]
    public void LinkThatIsThereAlreadyIsNotFollowed()
    {
        var (outside, output) = (_folder.File("outside"), _folder.File("out"));
        Directory.CreateDirectory(outside);
        Directory.CreateDirectory(output);
        Directory.CreateSymbolicLink(Path.Combine(output, "sub"), outside);
        var error = Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(Zip(("sub/a.txt", [1])), output));
        Assert.Contains("link", error.Message);
        Assert.Empty(Directory.GetFiles(outside));
        // A link that bears a file's name is replaced, not written through.
        File.WriteAllText(Path.Combine(outside, "target"), "untouched");
        File.CreateSymbolicLink(Path.Combine(output, "b.txt"), Path.Combine(outside, "target"));
        torch.hub.extract_archive(Zip(("b.txt", [1])), output, overwrite: true);
        Assert.Equal("untouched", File.ReadAllText(Path.Combine(outside, "target")));
    }

    [Fact]
    public void FilesAndFoldersInTheWayAreNamed()
    {
        var output = _folder.File("out");
        Directory.CreateDirectory(Path.Combine(output, "folder"));
        File.WriteAllText(Path.Combine(output, "file"), "");
        Assert.Contains("stands where a folder", Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(Zip(("file/a.txt", [1])), output)).Message);
        Assert.Contains("in the way", Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(Zip(("folder", [1])), output)).Message);
    }

    [Theory]
    [InlineData("text.zip")]
    [InlineData("text.tar.gz")]
    [InlineData("text.tgz")]
    [InlineData("text.tar")]
    [InlineData("text.gz")]
    [InlineData("text.rar")]
    public void TextUnderTheNameOfAnArchiveIsNamed(string name)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("This is no archive at all. ", 100)));
        Assert.Contains(path, Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(path, _folder.File("out"))).Message);
        File.WriteAllText(path, "");
        Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(path, _folder.File("out")));
    }

    [Fact]
    public void SizesInHeadersAreNotBelieved()
    {
        // A tar header that claims 8 GB less one byte and a pax header of the same, followed by nothing.
        foreach (var type in "0x")
        {
            var header = new byte[512];
            Encoding.ASCII.GetBytes("name").CopyTo(header, 0);
            Encoding.ASCII.GetBytes("0000644\0" + "0000000\0" + "0000000\0" + "77777777777\0" + "00000000000\0").CopyTo(header, 100);
            header.AsSpan(148, 8).Fill((byte)' ');
            header[156] = (byte)type;
            "ustar\u000000"u8.CopyTo(header.AsSpan(257));
            Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(value => value), 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
            var path = _folder.File("a.tar");
            File.WriteAllBytes(path, header);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(path, _folder.File("out")));
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000);
        }
    }

    [Fact]
    public void MutatedArchivesNeverDoMoreThanThrow()
    {
        var random = new Random(11);
        var archives = JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("hub", "archives.json"))).RootElement.GetProperty("cases")
            .EnumerateArray().Select(entry => (Name: entry.GetProperty("name").GetString()!, Data: entry.GetProperty("data").GetBytesFromBase64())).ToArray();
        for (var round = 0; round < 600; round++)
        {
            var (name, data) = archives[round % archives.Length];
            var mutated = (byte[])data.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            }
            using var place = new TemporaryFolder();
            var path = place.File(name);
            File.WriteAllBytes(path, mutated);
            try
            {
                torch.hub.extract_archive(path, place.File("deep/inside"), max_bytes: 10_000_000);
            }
            catch (ArchiveException problem)
            {
                Assert.Contains(path, problem.Message);
            }
            catch (IOException)
            {
                // A name that the file system cannot hold.
            }
            Assert.All(Directory.GetFiles(place.Path, "*", SearchOption.AllDirectories),
                file => Assert.True(file == path || file.StartsWith(place.File("deep/inside"), StringComparison.Ordinal)));
        }
    }
}
