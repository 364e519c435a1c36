using TorchSharp;
using static TorchSharp.torchvision;

namespace Vision.Tests.Datasets;

public sealed class CIFARTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Ten_kinds_are_read_in_both_forms()
    {
        var files = Directory.CreateDirectory(Path.Combine(folder.Path, "CIFAR10", "cifar-10-batches-bin")).FullName;
        for (var batch = 1; batch <= 5; batch++)
        {
            File.WriteAllBytes(Path.Combine(files, $"data_batch_{batch}.bin"), [.. Record([(byte)batch], (byte)(10 * batch)), .. Record([9], 255)]);
        }

        File.WriteAllBytes(Path.Combine(files, "test_batch.bin"), Record([7], 51));

        using var python = datasets.CIFAR10(folder.Path, train: true, transform: null);
        Assert.Equal(10, python.Count);
        Assert.Equal([1, 9, 2, 9, 3, 9, 4, 9, 5, 9], python.targets.data<long>().ToArray());
        var (image, label) = python.GetTensor(4);
        Assert.Equal([3, 32, 32], image.shape);
        Assert.Equal(30, image[2, 31, 31].item<byte>());
        Assert.Equal(28, image[0, 0, 0].item<byte>());
        Assert.Equal(3, label.item<long>());

        using var torchSharp = datasets.CIFAR10(folder.Path, false, false, x => x * 2);
        var sample = torchSharp.GetTensor(0);
        Assert.Equal(0.4, sample["data"][1, 5, 5].item<float>(), 1e-6);
        Assert.Equal(7, sample["label"].item<long>());
        Assert.Equal(2, sample.Count);
    }

    [Fact]
    public void A_hundred_kinds_have_groups()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "test.bin"), [.. Record([3, 42], 0), .. Record([4, 99], 255)]);

        using var data = datasets.CIFAR100(folder.Path, train: false);
        var sample = data.GetTensor(1);
        Assert.Equal((99, 4), (sample["label"].item<long>(), sample["categories"].item<long>()));
        Assert.Equal(1, sample["data"].max().item<float>());
    }

    [Fact]
    public void Missing_and_damaged_files_are_named()
    {
        Assert.Contains("data_batch_1.bin", Assert.Throws<FileNotFoundException>(() => datasets.CIFAR10(folder.Path, true)).Message);
        File.WriteAllBytes(Path.Combine(folder.Path, "train.bin"), new byte[5000]);
        Assert.Contains("train.bin", Assert.Throws<InvalidDataException>(() => datasets.CIFAR100(folder.Path, true)).Message);
    }

    // The first byte of each channel row differs, so that a wrong order shows.
    private static byte[] Record(byte[] labels, byte value)
    {
        var pixels = new byte[3 * 32 * 32];
        Array.Fill(pixels, value);
        pixels[0] = (byte)Math.Max(0, value - 2);
        return [.. labels, .. pixels];
    }
}
