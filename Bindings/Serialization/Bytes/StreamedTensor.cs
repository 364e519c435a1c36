using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Makes a tensor of the bytes that follow in a stream. A size is believed as far as bytes have come.</summary>
internal static class StreamedTensor
{
    private const long Chunk = 1 << 20;

    /// <summary>Reads the elements, little-endian in row-major order.</summary>
    /// <exception cref="EndOfStreamException">There are too few bytes.</exception>
    public static Tensor Read(Stream stream, long[] shape, ScalarType type)
    {
        var bytes = (StoredShape.Count(shape) ?? throw new EndOfStreamException()) * type.ElementSize();
        if (stream.CanSeek && bytes > stream.Length - stream.Position)
        {
            throw new EndOfStreamException($"{bytes} bytes are needed and {stream.Length - stream.Position} are left.");
        }
        using var mode = no_grad();
        var tensor = stream.CanSeek || bytes <= Chunk ? ReadAtOnce(stream, shape, type) : ReadGrowing(stream, bytes, shape, type);
        if (type == ScalarType.Bool)
        {
            TensorMemory.MakeTruthValues(TensorMemory.Bytes(tensor));
            GC.KeepAlive(tensor);
        }
        return tensor;
    }

    private static Tensor ReadAtOnce(Stream stream, long[] shape, ScalarType type)
    {
        var tensor = ops.aten.empty_memory_format(shape, dtype: type, device: CPU);
        try
        {
            Fill(TensorMemory.Bytes(tensor), stream);
            GC.KeepAlive(tensor);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    private static Tensor ReadGrowing(Stream stream, long bytes, long[] shape, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var read = ops.aten.empty_memory_format([0], dtype: ScalarType.Byte, device: CPU);
        for (var done = 0L; done < bytes;)
        {
            var next = ops.aten.empty_memory_format([Math.Min(bytes, Math.Max(Chunk, done * 2))], dtype: ScalarType.Byte, device: CPU);
            using (var start = ops.aten.slice_Tensor(next, 0, 0, done))
            {
                ops.aten.copy_(start, read);
            }
            var memory = TensorMemory.Bytes(next);
            Fill(memory.Slice(done, memory.Length - done), stream);
            done = memory.Length;
            read.Dispose();
            read = next;
        }
        var tensor = ops.aten.empty_memory_format([0], dtype: type, device: CPU);
        ops.aten.set__source_Tensor(tensor, ops.aten.view(ops.aten.view_dtype(read, type), shape));
        return tensor.MoveToOuterDisposeScope();
    }

    private static void Fill(MemoryBlock memory, Stream stream)
    {
        for (var index = 0; index < memory.SpanCount; index++)
        {
            stream.ReadExactly(memory.SpanAt(index));
        }
    }
}
