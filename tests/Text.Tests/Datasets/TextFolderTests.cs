using System.Text;
using TorchSharp;
using static TorchSharp.torchtext;

namespace Text.Tests.Datasets;

/// <summary>Text files sorted into folders.</summary>
public sealed class TextFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ClassesAndSamplesAreInOrdinalOrder()
    {
        foreach (var name in (string[])["zebra/1.txt", "Ape/b.txt", "Ape/B.TXT", "Ape/10.txt", "Ape/9.txt", "Ape/sub/1.txt", "Ape/note.md"])
        {
            folder.Put(name, "text of " + name);
        }
        folder.Put("stray.txt", "");

        using var data = datasets.TextFolder(folder.Path);

        Assert.Equal(["Ape", "zebra"], data.classes);
        Assert.Equal(
            ["Ape/10.txt", "Ape/9.txt", "Ape/B.TXT", "Ape/b.txt", "Ape/sub/1.txt", "zebra/1.txt"],
            data.samples.Select(sample => Path.GetRelativePath(folder.Path, sample.path).Replace('\\', '/')));
        Assert.Equal([0L, 0, 0, 0, 0, 1], data.targets);
        Assert.Equal((1L, "text of zebra/1.txt"), data.GetTensor(5));
        Assert.Equal(6, data.Count());
    }

    [Fact]
    public void EncodingAndItsMarkAreMinded()
    {
        folder.Put("a/1.txt", [0xEF, 0xBB, 0xBF, (byte)'x', 0xC3, 0xA4]);
        folder.Put("b/1.txt", [(byte)'x', 0xE4]);
        using var strict = datasets.TextFolder(folder.Path);
        Assert.Equal((0L, "xä"), strict.GetTensor(0));
        var error = Assert.Throws<TextFileException>(() => strict.GetTensor(1));
        Assert.Contains(Path.Combine("b", "1.txt"), error.Message);
        using var latin = datasets.TextFolder(folder.Path, encoding: Encoding.Latin1);
        Assert.Equal((1L, "xä"), latin.GetTensor(1));
        using var replaced = datasets.TextFolder(folder.Path, errors: "replace");
        Assert.Equal((1L, "x\uFFFD"), replaced.GetTensor(1));
    }

    [Fact]
    public void MissingFoldersAndFilesAreNamed()
    {
        Assert.Contains(folder.File("none"), Assert.Throws<DirectoryNotFoundException>(() => datasets.TextFolder(folder.File("none"))).Message);
        Assert.Contains("no class folders", Assert.Throws<FileNotFoundException>(() => datasets.TextFolder(folder.Path)).Message);
        folder.Put("full/1.txt", "");
        folder.Put("void/1.md", "");
        Assert.Contains("void", Assert.Throws<FileNotFoundException>(() => datasets.TextFolder(folder.Path)).Message);
    }
}
