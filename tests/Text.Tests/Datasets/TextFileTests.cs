using TorchSharp;
using static TorchSharp.torchtext;

namespace Text.Tests.Datasets;

/// <summary>Files of delimited records as data sets.</summary>
public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void HeaderNamesTheColumns()
    {
        using var file = datasets.TextFile(folder.Put("a.csv", "text,label\n\"good, \"\"very\"\"\",pos\nbad,neg\n"), header: true);
        Assert.Equal(["text", "label"], file.columns);
        Assert.Equal(2, file.Count);
        Assert.Equal(["good, \"very\"", "pos"], file.GetTensor(0));
        Assert.Equal([["good, \"very\"", "pos"], ["bad", "neg"]], file);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetTensor(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetTensor(-1));
    }

    [Fact]
    public void LabelsCountFromZeroInTheOrderOfTheClasses()
    {
        using var file = datasets.TextFile(folder.Put("a.tsv", "text\tlabel\nx\tpos\ny\tneg\nz\tNeutral\nw\tpos\n"), header: true);
        using var data = file.labelled(text: "text", label: "label");
        Assert.Equal(["Neutral", "neg", "pos"], data.classes);
        Assert.Equal([(2L, "x"), (1L, "y"), (0L, "z"), (2L, "w")], data);
        Assert.Equal([2L, 1L, 0L, 2L], data.targets);
        Assert.Equal(1L, data.class_to_idx["neg"]);
    }

    [Fact]
    public void WholeNumbersAreOrderedByValue()
    {
        using var file = datasets.TextFile(folder.Put("a.csv", "10,x\n9,y\n-1,z\n"));
        Assert.Equal(["-1", "9", "10"], file.labelled(text: 1, label: 0).classes);
        Assert.Equal([(2L, "x"), (1L, "y"), (0L, "z")], file.labelled(text: 1, label: 0));
    }

    [Fact]
    public void RaggedRecordIsNamedWithItsLine()
    {
        var path = folder.Put("a.csv", "1,\"a\nb\"\n\n2,c,d\n");
        var error = Assert.Throws<TextFileException>(() => datasets.TextFile(path));
        Assert.Equal(4, error.Line);
        Assert.Contains("3 field(s) where the first has 2", error.Message);
    }

    [Fact]
    public void UnclosedQuoteIsNamedWithTheLineThatOpensIt()
    {
        var path = folder.Put("a.csv", "1,a\n2,\"b\n3,c\n4,d\n");
        Assert.Equal(2, Assert.Throws<TextFileException>(() => datasets.TextFile(path)).Line);
        Assert.Equal(4, datasets.TextFile(path, quotechar: null).Count);
    }

    [Fact]
    public void ColumnsThatAreNotThereAreNamed()
    {
        var path = folder.Put("a.csv", "text,label\nx,1\n");
        Assert.Contains("\"text\", \"label\"", Assert.Throws<ArgumentException>(() => datasets.TextFile(path, header: true).labelled("review", "label")).Message);
        Assert.Contains("header", Assert.Throws<ArgumentException>(() => datasets.TextFile(path).labelled("text", "label")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => datasets.TextFile(path).labelled(0, 2));
    }

    [Fact]
    public void EmptyFileHasNoRecordsAndNoHeader()
    {
        var path = folder.Put("a.csv", "");
        Assert.Equal(0, datasets.TextFile(path).Count);
        Assert.Equal(0, datasets.TextFile(path).width);
        Assert.Throws<TextFileException>(() => datasets.TextFile(path, header: true));
        Assert.Throws<FileNotFoundException>(() => datasets.TextFile(folder.File("none.csv")));
        Assert.Throws<ArgumentException>(() => datasets.TextFile(path, delimiter: '"'));
    }
}
