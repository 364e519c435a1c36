using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Text.Tests.Datasets;
using TorchSharp;
using static TorchSharp.torchtext;

namespace Text.Tests.Utils;

/// <summary>torchtext.utils: files from elsewhere.</summary>
public sealed class UtilsTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("some content");
    private readonly TemporaryFolder folder = new();

    private static string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void FilesAreValidatedFromWhereTheyStand()
    {
        using var file = new MemoryStream([1, .. Content]);
        Assert.False(utils.validate_file(file, Sha256));
        file.Position = 1;
        Assert.True(utils.validate_file(file, Sha256));
        file.Position = 1;
        Assert.True(utils.validate_file(file, Convert.ToHexString(MD5.HashData(Content)), "md5"));
        Assert.Throws<ArgumentException>(() => utils.validate_file(file, Sha256, "sha1"));
    }

    [Fact]
    public void FileIsDownloadedOnceAndCheckedEachTime()
    {
        var url = new Uri(folder.Put("source/a.bin", Content)).AbsoluteUri;
        var path = utils.download_from_url(url, root: folder.File("data"), hash_value: Sha256);
        Assert.Equal(folder.File("data/a.bin"), path);
        Assert.Equal(Content, File.ReadAllBytes(path));

        folder.Put("source/a.bin", "other");
        Assert.Equal(path, utils.download_from_url(url, root: folder.File("data"), hash_value: Sha256));
        Assert.Equal(Content, File.ReadAllBytes(path));
        Assert.Throws<DownloadException>(() => utils.download_from_url(url, path, overwrite: true, hash_value: Sha256));
        utils.download_from_url(url, path, overwrite: true);
        Assert.Equal("other", File.ReadAllText(path));
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => utils.download_from_url(url, path, hash_value: Sha256)).Message);
    }

    [Fact]
    public void AssetIsThePathItselfWhereItExists()
    {
        var path = folder.Put("asset.txt", Content);
        Assert.Equal(path, utils.get_asset_local_path(path));
        Assert.Equal(folder.Path, utils.get_asset_local_path(folder.Path));
    }

    [Fact]
    public void ArchivesAreUnpacked()
    {
        var zip = folder.File("a.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(archive.CreateEntry("sub/a.txt").Open());
            writer.Write("one");
        }
        Assert.Equal([folder.File("out/sub/a.txt")], utils.extract_archive(zip, folder.File("out")));
        File.WriteAllText(folder.File("out/sub/a.txt"), "changed");
        utils.extract_archive(zip, folder.File("out"));
        Assert.Equal("changed", File.ReadAllText(folder.File("out/sub/a.txt")));
        utils.extract_archive(zip, folder.File("out"), overwrite: true);
        Assert.Equal("one", File.ReadAllText(folder.File("out/sub/a.txt")));
    }

    [Fact]
    public void SingleFileGoesBesideItsArchiveAndIsAlwaysWritten()
    {
        var gz = folder.File("a.txt.gz");
        using (var stream = new GZipStream(File.Create(gz), CompressionLevel.Fastest))
        {
            stream.Write(Content);
        }
        folder.Put("a.txt", "old");
        Assert.Equal([folder.File("a.txt")], utils.extract_archive(gz, folder.File("elsewhere")));
        Assert.Equal(Content, File.ReadAllBytes(folder.File("a.txt")));
        Assert.Throws<ArchiveException>(() => utils.extract_archive(folder.Put("a.rar", Content)));
        Assert.Throws<FileNotFoundException>(() => utils.extract_archive(folder.File("none.zip")));
    }
}
