using System.Text;

namespace TorchSharp;

/// <summary>
/// TorchSharp's own format of state dictionaries: the number of tensors; then of each its name, element type, number of dimensions, sizes and bytes.
/// Numbers are LEB128, names UTF-8 behind their length, elements little-endian in row-major order.
/// </summary>
internal static class StateFile
{
    private const int Chunk = 1 << 20;

    public static void Write(BinaryWriter writer, IReadOnlyList<KeyValuePair<string, torch.Tensor>> entries)
    {
        writer.Write7BitEncodedInt(entries.Count);
        foreach (var (name, tensor) in entries)
        {
            writer.Write(name);
            writer.Write7BitEncodedInt((int)tensor.dtype);
            var shape = tensor.shape;
            writer.Write7BitEncodedInt(shape.Length);
            foreach (var size in shape)
            {
                writer.Write7BitEncodedInt64(size);
            }

            using var scope = torch.NewDisposeScope();
            WriteElements(writer, tensor);
        }
    }

    public static Dictionary<string, torch.Tensor> Read(BinaryReader reader)
    {
        try
        {
            var count = reader.Read7BitEncodedInt();
            var state = new Dictionary<string, torch.Tensor>();
            for (var i = 0; i < count; i++)
            {
                var name = ReadName(reader);
                state[name] = ReadTensor(reader, name);
            }

            return state;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw new InvalidDataException("The state file ends too early or is of another format than TorchSharp's .dat.", e);
        }
    }

    private static void WriteElements(BinaryWriter writer, torch.Tensor tensor)
    {
        var flat = Flat(tensor.cpu());
        var step = Math.Max(1, Chunk / flat.element_size());
        for (var start = 0L; start < flat.numel(); start += step)
        {
            using var part = torch.ops.aten.slice_Tensor(flat, 0, start, Math.Min(start + step, flat.numel()));
            writer.Write(part.bytes);
        }
    }

    private static torch.Tensor ReadTensor(BinaryReader reader, string name)
    {
        var dtype = (torch.ScalarType)reader.Read7BitEncodedInt();
        if (!Enum.IsDefined(dtype))
        {
            throw new InvalidDataException($"The state file gives \"{name}\" the unknown element type {(int)dtype}.");
        }

        var shape = new long[ReadSize(reader, name, 64)];
        for (var d = 0; d < shape.Length; d++)
        {
            shape[d] = ReadSize(reader, name, long.MaxValue);
        }

        var tensor = torch.empty(shape, dtype);
        using var flat = Flat(tensor);
        var step = Math.Max(1, Chunk / flat.element_size());
        for (var start = 0L; start < flat.numel(); start += step)
        {
            using var part = torch.ops.aten.slice_Tensor(flat, 0, start, Math.Min(start + step, flat.numel()));
            reader.BaseStream.ReadExactly(part.bytes);
        }

        return tensor;
    }

    private static torch.Tensor Flat(torch.Tensor tensor)
    {
        using var row = torch.ops.aten.contiguous(tensor);
        using var detached = torch.ops.aten.detach(row);
        return torch.ops.aten.view(detached, [-1]);
    }

    private static string ReadName(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        return length is > 0 and < 65536
            ? Encoding.UTF8.GetString(ReadExactly(reader, length))
            : throw new InvalidDataException(
                $"The state file holds a name of {length} bytes; it is damaged or of another format than TorchSharp's .dat.");
    }

    private static byte[] ReadExactly(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException();
    }

    private static long ReadSize(BinaryReader reader, string name, long limit)
    {
        var size = reader.Read7BitEncodedInt64();
        return size >= 0 && size <= limit ? size : throw new InvalidDataException($"The state file gives \"{name}\" the impossible size {size}.");
    }
}
