using System.Buffers.Binary;
using static TorchSharp.torch;

namespace TorchSharp.Data;

/// <summary>TorchSharp's first loaders, in the data's order: pictures and labels from unpacked files, read as they are asked for.</summary>
public class Loader
{
    private const int LabelBytes = 1;
    private const int CifarSide = 32;
    private const int CifarRecord = LabelBytes + (3 * CifarSide * CifarSide);
    private const int LabelMagic = 2049;
    private const int PictureMagic = 2051;
    private const double MnistMean = 0.1307;
    private const double MnistDeviation = 0.3081;

    /// <summary>MNIST's pictures, float32 of N x 1 x 28 x 28 (normalised by mean 0.1307 and deviation 0.3081), and labels, int64 of N.</summary>
    /// <param name="filename">The folder of the unpacked files, such as train-images-idx3-ubyte.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="isTrain">Whether the training set is meant, or the test set; default true.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is of another kind, or truncated.</exception>
    public static DataIterator MNIST(string filename, long batchSize, bool isTrain = true)
    {
        ArgumentNullException.ThrowIfNull(filename);
        string set = isTrain ? "train" : "t10k";
        (byte[] pictures, int[] sizes) = Idx(Path.Combine(filename, $"{set}-images-idx3-ubyte"), PictureMagic, 3);
        (byte[] labels, _) = Idx(Path.Combine(filename, $"{set}-labels-idx1-ubyte"), LabelMagic, 1);
        if (labels.Length != sizes[0])
        {
            throw new InvalidDataException($"{filename}: there are {sizes[0]} pictures and {labels.Length} labels of '{set}'");
        }

        int size = sizes[1] * sizes[2];
        return new DataIterator(labels.Length, batchSize, (start, count) =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor images = tensor(pictures[(start * size)..((start + count) * size)]).reshape(count, 1, sizes[1], sizes[2]);
            Tensor normal = (images.to_type(ScalarType.Float32) / 255.0 - MnistMean) / MnistDeviation;
            return (normal.MoveToOuterDisposeScope(), Labels(labels[start..(start + count)]).MoveToOuterDisposeScope());
        });
    }

    /// <summary>CIFAR-10's pictures, float32 of N x 3 x 32 x 32 from 0 to 1, and labels, int64 of N.</summary>
    /// <param name="path">The folder of the unpacked binary files, such as data_batch_1.bin.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="isTrain">Whether the training set is meant, or the test set; default true.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is truncated.</exception>
    public static DataIterator CIFAR10(string path, long batchSize, bool isTrain = true)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] files = isTrain ? [.. Enumerable.Range(1, 5).Select(part => $"data_batch_{part}.bin")] : ["test_batch.bin"];
        byte[] records = [.. files.SelectMany(file => Records(Path.Combine(path, file)))];
        return new DataIterator(records.Length / CifarRecord, batchSize, (start, count) =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor rows = tensor(records[(start * CifarRecord)..((start + count) * CifarRecord)]).reshape(count, CifarRecord);
            Tensor images = rows.narrow(1, LabelBytes, CifarRecord - LabelBytes).reshape(count, 3, CifarSide, CifarSide);
            Tensor labels = rows.select(1, 0).to_type(ScalarType.Int64);
            return ((images.to_type(ScalarType.Float32) / 255.0).MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
        });
    }

    private static Tensor Labels(byte[] labels)
    {
        using Tensor bytes = tensor(labels);
        return bytes.to_type(ScalarType.Int64);
    }

    private static byte[] Records(string file)
    {
        byte[] content = File.ReadAllBytes(file);
        return content.Length % CifarRecord == 0
            ? content
            : throw new InvalidDataException($"{file}: {content.Length} bytes are no whole number of records of {CifarRecord}; the file is truncated");
    }

    // A magic number, the sizes, and the elements: all that the header promises has to be there.
    private static (byte[] Elements, int[] Sizes) Idx(string file, int magic, int dimensions)
    {
        byte[] content = File.ReadAllBytes(file);
        int header = sizeof(int) * (1 + dimensions);
        if (content.Length < header || BinaryPrimitives.ReadInt32BigEndian(content) != magic)
        {
            throw new InvalidDataException($"{file}: this is no IDX file of {dimensions} dimensions; is it still packed?");
        }

        int[] sizes = [.. Enumerable.Range(1, dimensions).Select(at => BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(at * sizeof(int))))];
        long elements = sizes.Aggregate(1L, (product, size) => checked(product * size));
        return content.Length - header == elements && Array.TrueForAll(sizes, size => size >= 0)
            ? (content[header..], sizes)
            : throw new InvalidDataException($"{file}: the header promises {elements} bytes, {content.Length - header} are there");
    }
}
