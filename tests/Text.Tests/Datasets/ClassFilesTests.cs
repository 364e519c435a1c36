using System.Text;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torchtext;

namespace Text.Tests.Datasets;

/// <summary>One file for each class.</summary>
public sealed class ClassFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("rt-polarity.neg rt-polarity.pos", "neg pos")]
    [InlineData("pos.txt neg.txt", "neg pos")]
    [InlineData("cat.txt car.txt", "car cat")]
    [InlineData("train_good_x.txt train_bad_x.txt", "bad good")]
    [InlineData("a b", "a b")]
    public void ClassesAreCalledByWhatTellsTheFilesApart(string files, string expected)
    {
        foreach (var name in files.Split(' '))
        {
            folder.Put(name, "line");
        }
        folder.Put(".hidden", "line");
        Assert.Equal(expected.Split(' '), datasets.ClassFiles(folder.Path).classes);
    }

    [Fact]
    public void LinesAreSamples()
    {
        folder.Put("x.neg", "  bad \n\n \nworse\r\n");
        folder.Put("x.pos", "good");
        using var data = datasets.ClassFiles(folder.Path);
        Assert.Equal([(0L, "bad"), (0L, "worse"), (1L, "good")], data);
        Assert.Equal([0L, 0L, 1L], data.targets);
        Assert.Equal((1L, "good"), data.GetTensor(2));
    }

    [Fact]
    public void FilesMayBeNamedOneByOne()
    {
        var one = folder.Put("1", "eins");
        var two = folder.Put("2", "zwei");
        using var data = datasets.ClassFiles([("two", two), ("one", one)]);
        Assert.Equal([(0L, "zwei"), (1L, "eins")], data);
        Assert.Throws<FileNotFoundException>(() => datasets.ClassFiles([("none", folder.File("none"))]));
    }

    [Fact]
    public void BadInputIsNamed()
    {
        folder.Put("x.neg", "bad\n");
        Assert.Throws<FileNotFoundException>(() => datasets.ClassFiles(folder.Path));
        Assert.Throws<DirectoryNotFoundException>(() => datasets.ClassFiles(folder.File("none")));
        var path = folder.Put("x.pos", [(byte)'a', (byte)'\n', 0xE9, (byte)'\n']);
        var error = Assert.Throws<TextFileException>(() => datasets.ClassFiles(folder.Path));
        Assert.Equal((path, 2L), (error.FileName, error.Line));
    }

    [SharedDataFact("text/movie-reviews")]
    public void MovieReviewsAreReadWhole()
    {
        var root = Repository.Data("text/movie-reviews")!;
        using var data = datasets.ClassFiles(root);
        Assert.Equal(["neg", "pos"], data.classes);
        Assert.Equal(2 * 5331, data.Count);
        Assert.Equal(5331, data.targets.Count(label => label == 1));
        Assert.Contains("tequila bender —", data.GetTensor(26).text);
        using var latin = datasets.ClassFiles(root, Encoding.Latin1);
        Assert.Equal(data.Count, latin.Count);
        Assert.StartsWith("simplistic , silly and tedious", data.GetTensor(0).text);
    }

    [Fact]
    public void LabelsOutsideTheClassesAreRefused() =>
        Assert.Contains("Sample 1", Assert.Throws<ArgumentException>(() => new LabelledTextList([(1, "a"), (3, "b")], ["x", "y"], first_label: 1)).Message);
}
