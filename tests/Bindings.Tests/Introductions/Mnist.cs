using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Introductions;

/// <summary>MNIST's 10,000 test pictures, where the shared data lies beside the repository.</summary>
internal static class Mnist
{
    private static readonly string? Folder = Repository.Data("mnist");

    public static (Tensor images, Tensor labels) Read()
    {
        var images = Unpack("t10k-images-idx3-ubyte.gz", 16);
        var labels = Unpack("t10k-labels-idx1-ubyte.gz", 8);
        return (tensor(images).reshape(-1, 28, 28).to(ScalarType.Float32) / 255, tensor(labels).to(ScalarType.Int64));
    }

    private static byte[] Unpack(string file, int header)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder!, file)), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        packed.CopyTo(whole);
        return whole.ToArray()[header..];
    }
}
