using System.Buffers.Binary;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads and writes one array in NumPy's format.</summary>
internal static class NpyArray
{
    public static void Write(Stream stream, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.is_sparse || tensor.device_type == DeviceType.META)
        {
            throw new NotSupportedException($"A {(tensor.is_sparse ? "sparse" : "meta")} tensor is no array; make it dense first.");
        }
        NpyHeader.Write(stream, tensor.dtype, tensor.shape);
        tensor.WriteBytesToStream(stream);
    }

    /// <param name="stream">Where from; it is behind the array afterwards.</param>
    /// <param name="dtype">What to convert to; null for the array's own type.</param>
    public static Tensor Read(Stream stream, ScalarType? dtype)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            var header = NpyHeader.Read(stream);
            if (header.Type.Unsigned && dtype is null)
            {
                throw new NotSupportedException(
                    $"The array holds {header.Type.UnsignedName}, which no tensor here does; say what to convert it to, "
                    + $"such as dtype: ScalarType.{header.Type.Wide}.");
            }
            using var scope = NewDisposeScope();
            using var mode = no_grad();
            return Read(stream, header, dtype).MoveToOuterDisposeScope();
        }
        catch (EndOfStreamException error)
        {
            throw new TorchFileFormatException($"the array is cut short: {error.Message}", error);
        }
        catch (InvalidDataException error)
        {
            throw new TorchFileFormatException("the compressed bytes of the array are damaged", error);
        }
    }

    private static Tensor Read(Stream stream, NpyHeader header, ScalarType? dtype)
    {
        // An array in Fortran's order is its transpose in row-major order.
        long[] stored = header.FortranOrder ? [.. header.Shape.Reverse()] : header.Shape;
        var tensor = StreamedTensor.Read(stream, stored, header.Type.Stored);
        if (header.Type.BigEndian)
        {
            Swap(TensorMemory.Bytes(tensor), header.Type.Word);
            GC.KeepAlive(tensor);
        }
        if (header.Type.Unsigned)
        {
            tensor = WithoutSign(tensor, header.Type);
        }
        if (dtype is { } wanted && wanted != tensor.dtype)
        {
            tensor = tensor.to(wanted);
        }
        return header.FortranOrder && stored.Length > 1
            ? ops.aten.permute(tensor, [.. Enumerable.Range(0, stored.Length).Reverse().Select(dimension => (long)dimension)])
            : tensor;
    }

    private static Tensor WithoutSign(Tensor bits, NpyType type)
    {
        var wide = bits.to(type.Wide);
        switch (type.Word)
        {
            case 2: return ops.aten.bitwise_and_Scalar(wide, 0xFFFF);
            case 4: return ops.aten.bitwise_and_Scalar(wide, 0xFFFFFFFFL);
            default:
                using (var beyond = ops.aten.any(ops.aten.lt_Scalar(wide, 0)))
                {
                    return !beyond.item<bool>()
                        ? wide
                        : throw new NotSupportedException("The array holds uint64 values of 2^63 and more, which no tensor's integers do.");
                }
        }
    }

    private static void Swap(MemoryBlock memory, int word)
    {
        for (var index = 0; index < memory.SpanCount; index++)
        {
            var span = memory.SpanAt(index);
            switch (word)
            {
                case 2: Swapped(MemoryMarshal.Cast<byte, short>(span)); break;
                case 4: Swapped(MemoryMarshal.Cast<byte, int>(span)); break;
                default: Swapped(MemoryMarshal.Cast<byte, long>(span)); break;
            }
        }
    }

    private static void Swapped(Span<short> words) => BinaryPrimitives.ReverseEndianness(words, words);

    private static void Swapped(Span<int> words) => BinaryPrimitives.ReverseEndianness(words, words);

    private static void Swapped(Span<long> words) => BinaryPrimitives.ReverseEndianness(words, words);
}
