using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One tensor as TorchSharp's files have it: element type, number of dimensions, sizes (LEB128), then the elements, little-endian in row-major order.
/// </summary>
internal static class TensorRecord
{
    private const int Chunk = 1 << 20;
    private const int MostDimensions = 64;

    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(tensor);
        long[] shape = tensor.shape;
        writer.Write7BitEncodedInt((int)tensor.dtype);
        writer.Write7BitEncodedInt(shape.Length);
        foreach (long size in shape)
        {
            writer.Write7BitEncodedInt64(size);
        }

        writer.Flush();
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    /// <param name="reader">Where from.</param>
    /// <param name="what">What the tensor is, for messages.</param>
    /// <exception cref="InvalidDataException">No such tensor is there.</exception>
    public static Tensor Read(BinaryReader reader, string what)
    {
        (ScalarType dtype, long[] shape, long bytes) = ReadHead(reader, what);

        try
        {
            return StreamedTensor.Read(reader.BaseStream, shape, dtype);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"{what} needs {bytes} bytes, the file ends before.", e);
        }
    }

    public static void Skip(BinaryReader reader, string what)
    {
        (_, _, long bytes) = ReadHead(reader, what);
        var buffer = new byte[Math.Min(bytes, Chunk)];
        for (long left = bytes; left > 0;)
        {
            int read = reader.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            left -= read > 0 ? read : throw new InvalidDataException($"{what} needs {bytes} bytes, the file ends before.");
        }
    }

    private static (ScalarType Type, long[] Shape, long Bytes) ReadHead(BinaryReader reader, string what)
    {
        try
        {
            var dtype = (ScalarType)reader.Read7BitEncodedInt();
            if (!Enum.IsDefined(dtype))
            {
                throw new InvalidDataException($"{what} has the unknown element type {(int)dtype}.");
            }

            var shape = new long[ReadSize(reader, what, MostDimensions)];
            for (int d = 0; d < shape.Length; d++)
            {
                shape[d] = ReadSize(reader, what, long.MaxValue);
            }

            long count = StoredShape.Count(shape)
                ?? throw new InvalidDataException($"{what} has the impossible shape [{string.Join(", ", shape)}].");
            return (dtype, shape, count * dtype.ElementSize());
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException($"{what} is cut short, or of another format than TorchSharp's .dat.", e);
        }
    }

    private static long ReadSize(BinaryReader reader, string what, long limit)
    {
        long size = reader.Read7BitEncodedInt64();
        return size >= 0 && size <= limit ? size : throw new InvalidDataException($"{what} has the impossible size {size}.");
    }
}
