using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using TorchSharp;
using static TorchSharp.torchtext;

namespace Text.Tests.Datasets;

/// <summary>AG_NEWS, IMDB and SST2 in the files and folders in which torchtext keeps them.</summary>
public sealed class PublishedTextTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NewsHaveLabelsFromOneAndFieldsJoined()
    {
        folder.Put("datasets/AG_NEWS/train.csv", "\"3\",\"Wall St. Bears\",\"Short-sellers, \"\"again\"\"\\more\"\n\"4\",\"Title\",\"Text\"\n");
        folder.Put("datasets/AG_NEWS/test.csv", "\"1\",\"One\",\"Two\",\"Three\"\n");
        var (train, test) = datasets.AG_NEWS(folder.Path);
        Assert.Equal([(3L, "Wall St. Bears Short-sellers, \"again\"\\more"), (4L, "Title Text")], train);
        Assert.Equal([(1L, "One Two Three")], test);
        Assert.Equal(["World", "Sports", "Business", "Sci/Tech"], test.classes);
        Assert.Equal((1L, 4L), (test.first_label, test.class_to_idx["Sci/Tech"]));
        Assert.Equal(2, datasets.AG_NEWS(split: "train", root: folder.Path).Count);
    }

    [Theory]
    [InlineData("\"1\",\"a\"\n\n\"5\",\"b\"\n", 3, "\"5\" is no label")]
    [InlineData("\"1\",\"a\"\nWorld,\"b\"\n", 2, "\"World\" is no label")]
    public void WrongLabelsAreNamedWithTheirLine(string text, long line, string expected)
    {
        folder.Put("datasets/AG_NEWS/test.csv", text);
        var error = Assert.Throws<TextFileException>(() => datasets.AG_NEWS(folder.Path, "test"));
        Assert.Equal(line, error.Line);
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void UnknownSplitsAreRefused()
    {
        Assert.Contains("\"train\", \"test\"", Assert.Throws<ArgumentException>(() => datasets.AG_NEWS(folder.Path, "dev")).Message);
        Assert.Throws<ArgumentException>(() => datasets.IMDB(folder.Path, "unsup"));
        Assert.Throws<ArgumentException>(() => datasets.SST2(folder.Path, "valid"));
    }

    [Fact]
    public void ReviewsAreReadWherePythonHasUnpackedThem()
    {
        folder.Put("datasets/IMDB/aclImdb_v1/train/neg", "bad<br />film\nworse");
        folder.Put("datasets/IMDB/aclImdb_v1/train/pos", "güt\n");
        using var train = datasets.IMDB(folder.Path, "train");
        Assert.Equal([(1L, "bad<br />film"), (1L, "worse"), (2L, "güt")], train);
        Assert.Equal(["neg", "pos"], train.classes);
    }

    [Fact]
    public void ReviewsAreUnpackedAsPythonDoes()
    {
        WriteReviews(
            ("aclImdb/README", "about"), ("aclImdb/test/neg/0_2.txt", "test bad"), ("aclImdb/test/pos/0_9.txt", "test good"),
            ("aclImdb/train/neg/1_1.txt", "bad\n"), ("aclImdb/train/neg/0_3.txt", "worse"), ("aclImdb/train/pos/0_9.txt", "good"),
            ("aclImdb/train/unsup/0_0.txt", "unknown"), ("aclImdb/train/labeledBow.feat", "1:2"));
        var (train, test) = datasets.IMDB(folder.Path);
        Assert.Equal([(1L, "bad"), (1L, "worse"), (2L, "good")], train);
        Assert.Equal([(1L, "test bad"), (2L, "test good")], test);
        Assert.Equal("bad\nworse", File.ReadAllText(folder.File("datasets/IMDB/aclImdb_v1/train/neg")));
        Assert.Equal(["test", "train"], Directory.GetDirectories(folder.File("datasets/IMDB/aclImdb_v1")).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void ArchivesWithoutReviewsAndDamagedOnesAreNamed()
    {
        WriteReviews(("aclImdb/train/neg/1_1.txt", "bad"));
        Assert.Contains("0 positive", Assert.Throws<ArchiveException>(() => datasets.IMDB(folder.Path, "train")).Message);
        var path = folder.File("datasets/IMDB/aclImdb_v1.tar.gz");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..40]);
        Assert.Contains(path, Assert.Throws<ArchiveException>(() => datasets.IMDB(folder.Path, "train")).Message);
        Assert.False(Directory.Exists(folder.File("datasets/IMDB/aclImdb_v1/train")));
    }

    [Fact]
    public void TreebankHasLabelsFromZeroAndTextFirst()
    {
        folder.Put("datasets/SST2/SST-2/train.tsv", "sentence\tlabel\nhide new secretions \t0\n`` quoted '' \t1\n");
        folder.Put("datasets/SST2/SST-2/dev.tsv", "sentence\tlabel\nit 's charming \t1\n");
        folder.Put("datasets/SST2/SST-2/test.tsv", "index\tsentence\n0\tuneasy mishmash . \n");
        var (train, dev, test) = datasets.SST2(folder.Path);
        Assert.Equal([("hide new secretions", 0L), ("`` quoted ''", 1L)], train);
        Assert.Equal([("it 's charming", 1L)], dev);
        Assert.Equal([("uneasy mishmash .", (long?)null)], test);
        Assert.Equal(("it 's charming", 1L), dev.GetTensor(0));
        folder.Put("datasets/SST2/SST-2/dev.tsv", "sentence\tlabel\nno label\n");
        Assert.Equal(2, Assert.Throws<TextFileException>(() => datasets.SST2(folder.Path, "dev")).Line);
    }

    [Fact]
    public void TreebankIsUnpackedFromItsArchive()
    {
        Directory.CreateDirectory(folder.File("datasets/SST2"));
        using (var zip = ZipFile.Open(folder.File("datasets/SST2/SST-2.zip"), ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry("SST-2/dev.tsv").Open());
            writer.Write("sentence\tlabel\ngood\t1\n");
        }
        using var dev = datasets.SST2(folder.Path, "dev");
        Assert.Equal([("good", 1L)], dev);
    }

    private void WriteReviews(params (string Name, string Text)[] files)
    {
        Directory.CreateDirectory(folder.File("datasets/IMDB"));
        using var gzip = new GZipStream(File.Create(folder.File("datasets/IMDB/aclImdb_v1.tar.gz")), CompressionLevel.Fastest);
        using var tar = new TarWriter(gzip);
        foreach (var (name, text) in files)
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        }
    }
}
