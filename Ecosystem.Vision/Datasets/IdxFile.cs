using System.Buffers.Binary;
using System.IO.Compression;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Files of the MNIST family: two zero bytes, the element type, the number of dimensions, their big-endian sizes, the bytes.</summary>
internal static class IdxFile
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Reads a file of bytes, plain or (its name ends in .gz) compressed, as a uint8 tensor that the caller owns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">How many dimensions it must have.</param>
    /// <exception cref="InvalidDataException">It is not such a file, or is cut short.</exception>
    public static Tensor Read(string path, int dimensions)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            Span<byte> start = stackalloc byte[4];
            content.ReadExactly(start);
            if (start[0] != 0 || start[1] != 0 || start[2] != UnsignedByte || start[3] != dimensions)
            {
                throw new InvalidDataException($"{path} is not an IDX file of bytes in {dimensions} dimensions.");
            }
            var shape = new long[dimensions];
            Span<byte> length = stackalloc byte[4];
            for (var i = 0; i < dimensions; i++)
            {
                content.ReadExactly(length);
                shape[i] = BinaryPrimitives.ReadUInt32BigEndian(length);
            }
            var count = shape.Aggregate(1L, (product, side) => checked(product * side));
            if (count > Array.MaxLength)
            {
                throw new InvalidDataException($"{path} claims {count} values: it is damaged.");
            }
            var bytes = new byte[count];
            content.ReadExactly(bytes);
            using var flat = torch.tensor(bytes);
            return flat.view(shape);
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException || (e is InvalidDataException && !e.Message.Contains(path)))
        {
            throw new InvalidDataException($"{path} is cut short or damaged.", e);
        }
    }
}
