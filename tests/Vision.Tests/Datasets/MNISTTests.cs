using System.Buffers.Binary;
using System.IO.Compression;
using TorchSharp.Transforms.Tests;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Datasets.Tests;

/// <summary>The files of the MNIST family.</summary>
public sealed class MNISTTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("torchlight-mnist-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Write(string file, int[] shape, byte[] values, bool compressed = false)
    {
        var path = Path.Combine(root, file + (compressed ? ".gz" : ""));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var plain = File.Create(path);
        using Stream stream = compressed ? new GZipStream(plain, CompressionLevel.Fastest) : plain;
        stream.Write([0, 0, 8, (byte)shape.Length]);
        var side = new byte[4];
        foreach (var length in shape)
        {
            BinaryPrimitives.WriteInt32BigEndian(side, length);
            stream.Write(side);
        }
        stream.Write(values);
    }

    private static byte[] Ramp(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];

    [Fact]
    public void ReadsPlainAndCompressedFiles()
    {
        Write("train-images-idx3-ubyte", [2, 28, 28], Ramp(2 * 28 * 28));
        Write("train-labels-idx1-ubyte", [2], [7, 3], compressed: true);
        using var scope = NewDisposeScope();
        using var data = datasets.MNIST(root, true, transform: null);

        var (image, label) = data.GetTensor(1);

        Assert.Equal(2, data.Count);
        Assert.Equal([1L, 28L, 28L], image.shape);
        Assert.Equal((byte)(((28 * 28) + 29) % 256), image[0, 1, 1].item<byte>());
        Assert.Equal(3, label.item<long>());
    }

    [Fact]
    public void FindsPythonsFoldersAndGivesTorchSharpsDictionaries()
    {
        Write("FashionMNIST/raw/t10k-images-idx3-ubyte", [1, 28, 28], Ramp(28 * 28));
        Write("FashionMNIST/raw/t10k-labels-idx1-ubyte", [1], [9]);
        using var scope = NewDisposeScope();
        using var data = datasets.FashionMNIST(root, train: false, download: true, target_transform: transforms.Normalize([0.5], [0.5]));

        var sample = data.GetTensor(0);

        Assert.Equal([1L, 28L, 28L], sample["data"].shape);
        Assert.Equal(((5f / 255f) - 0.5f) / 0.5f, sample["data"][0, 0, 5].item<float>(), 1e-6f);
        Assert.Equal(9, sample["label"].item<long>());
    }

    [Fact]
    public void MissingFileIsNamed()
    {
        var error = Assert.Throws<FileNotFoundException>(() => datasets.MNIST(root, train: true, transform: null));
        Assert.Contains("train-images-idx3-ubyte", error.Message);
        Assert.Contains(Path.Combine(root, "MNIST", "raw"), error.Message);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 1, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3 })]
    [InlineData(new byte[] { 0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 })]
    [InlineData(new byte[] { 0, 0, 13, 3, 0, 0, 0, 1 })]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 5 })]
    public void DamagedFileIsNamed(byte[] content)
    {
        var path = Path.Combine(root, "train-images-idx3-ubyte");
        File.WriteAllBytes(path, content);
        Write("train-labels-idx1-ubyte", [1], [0]);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => datasets.MNIST(root, true, transform: null)).Message);
    }

    [Fact]
    public void DifferentNumbersAreRefused()
    {
        Write("train-images-idx3-ubyte", [1, 28, 28], Ramp(28 * 28));
        Write("train-labels-idx1-ubyte", [2], [7, 3]);
        Assert.Contains("1 images", Assert.Throws<InvalidDataException>(() => datasets.MNIST(root, true, transform: null)).Message);
    }

    [SharedDataFact("mnist")]
    public void ReadsTheRealDigits()
    {
        var folder = Repository.Data("mnist")!;
        using var scope = NewDisposeScope();
        using var data = datasets.MNIST(folder, false, transforms.ToTensor());
        Assert.Equal(10_000, data.Count);
        Assert.Equal([7L, 2L, 1L, 0L, 4L], Enumerable.Range(0, 5).Select(index => data.GetTensor(index).label.item<long>()));
        Assert.Equal(ScalarType.Float32, data.GetTensor(0).image.dtype);
    }
}
