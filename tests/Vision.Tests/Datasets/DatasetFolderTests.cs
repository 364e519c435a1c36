using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Datasets.Tests;

/// <summary>Files sorted into folders.</summary>
public sealed class DatasetFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("torchlight-folder-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Put(params string[] paths)
    {
        foreach (var path in paths)
        {
            var full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, path);
        }
    }

    private static Tensor LengthOf(string path) => torch.full([3, 2, 2], new FileInfo(path).Length, dtype: ScalarType.Byte);

    [Fact]
    public void ClassesAndSamplesAreInPythonsOrder()
    {
        // Ordinal order: capitals before small letters, the folder "a" before what lies in "a/z", "a/z" before "a0".
        Put("zebra/1.bin", "Ape/b.bin", "Ape/a/2.bin", "Ape/a/z/1.bin", "Ape/a0/1.bin", "Ape/B.bin", "Ape/10.bin", "Ape/9.bin", "ant/x.BIN", "ant/y.txt");
        File.WriteAllText(Path.Combine(root, "stray.bin"), "");

        using var data = datasets.DatasetFolder(root, LengthOf, [".bin"]);

        Assert.Equal(["Ape", "ant", "zebra"], data.classes);
        Assert.Equal(1, data.class_to_idx["ant"]);
        Assert.Equal(
            ["Ape/10.bin", "Ape/9.bin", "Ape/B.bin", "Ape/b.bin", "Ape/a/2.bin", "Ape/a/z/1.bin", "Ape/a0/1.bin", "ant/x.BIN", "zebra/1.bin"],
            data.samples.Select(sample => Path.GetRelativePath(root, sample.path).Replace('\\', '/')));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 2], data.targets);
        Assert.Equal(9, data.Count);
    }

    [Fact]
    public void SampleIsTransformedImageAndLabel()
    {
        Put("a/1.bin", "b/22.bin");
        using var data = datasets.DatasetFolder(
            root, LengthOf, [".bin"], transforms.ConvertImageDtype(ScalarType.Float32), label => label + 10);
        using var scope = NewDisposeScope();

        var (image, label) = data.GetTensor(1);

        Assert.Equal([3L, 2L, 2L], image.shape);
        Assert.Equal("b/22.bin".Length / 255f, image[0, 0, 0].item<float>());
        Assert.Empty(label.shape);
        Assert.Equal(11L, label.item<long>());
    }

    [Fact]
    public void OwnPredicateDecides()
    {
        Put("a/1.bin", "a/2.bin", "b/1.bin");
        using var data = datasets.DatasetFolder(root, LengthOf, is_valid_file: path => path.EndsWith("1.bin", StringComparison.Ordinal));
        Assert.Equal(2, data.Count);
        Assert.Throws<ArgumentException>(() => datasets.DatasetFolder(root, LengthOf));
        Assert.Throws<ArgumentException>(() => datasets.DatasetFolder(root, LengthOf, [".bin"], is_valid_file: _ => true));
    }

    [Fact]
    public void MissingFolderIsNamed()
    {
        var missing = Path.Combine(root, "none");
        Assert.Contains(missing, Assert.Throws<DirectoryNotFoundException>(() => datasets.ImageFolder(missing)).Message);
    }

    [Fact]
    public void FolderWithoutClassesIsNamed()
    {
        File.WriteAllText(Path.Combine(root, "picture.jpg"), "");
        var error = Assert.Throws<FileNotFoundException>(() => datasets.ImageFolder(root));
        Assert.Contains("no class folders", error.Message);
        Assert.Contains(root, error.Message);
    }

    [Fact]
    public void ClassesWithoutFilesAreNamed()
    {
        Put("full/1.bin", "void/readme.txt");
        Directory.CreateDirectory(Path.Combine(root, "bare"));
        var error = Assert.Throws<FileNotFoundException>(() => datasets.DatasetFolder(root, LengthOf, [".bin", ".raw"]));
        Assert.Contains("classes bare, void", error.Message);
        Assert.Contains(".bin, .raw", error.Message);
    }

    [Fact]
    public void UnreadableFileIsNamed()
    {
        Put("a/picture.jpg");
        using var data = datasets.ImageFolder(root);
        var error = Assert.Throws<InvalidDataException>(() => data.GetTensor(0));
        Assert.Contains(Path.Combine(root, "a", "picture.jpg"), error.Message);
    }

    [Fact]
    public void IndexOutsideIsRefused()
    {
        Put("a/1.bin");
        using var data = datasets.DatasetFolder(root, LengthOf, [".bin"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.GetTensor(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.GetTensor(-1));
    }
}
