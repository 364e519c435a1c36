using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>The head of a NumPy array's file: a signature, a version, a length, and a Python dictionary with element type, order and shape.</summary>
internal sealed record NpyHeader(NpyType Type, bool FortranOrder, long[] Shape)
{
    private const int Alignment = 64;

    // NumPy itself takes 10,000 bytes from files that are not trusted.
    private const int MaxLength = 1 << 16;

    // NumPy leaves room for the first size to grow to so many digits.
    private const int GrowthDigits = 21;

    public static ReadOnlySpan<byte> Signature => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the head; the stream is then at the first element.</summary>
    /// <exception cref="TorchFileFormatException">This is no such head.</exception>
    /// <exception cref="NotSupportedException">No tensor has such elements.</exception>
    public static NpyHeader Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read < start.Length || !start.StartsWith(Signature))
        {
            throw new TorchFileFormatException(read >= 4 && start.StartsWith("PK\u0003\u0004"u8)
                ? "this is an archive of arrays (.npz); open it with np.load_npz"
                : read > 1 && start[0] == 0x80
                    ? "this is a pickle, which could run code and is never read; save the array with numpy.save(..., allow_pickle=False)"
                    : "this is no file of numpy.save: it does not begin with its signature");
        }
        if (start[6] is not (1 or 2 or 3) || start[7] != 0)
        {
            throw new TorchFileFormatException($"the array's format has the version {start[6]}.{start[7]}; 1.0, 2.0 and 3.0 are known");
        }
        var length = start[6] == 1 ? ReadLength(stream, 2) : ReadLength(stream, 4);
        if (length > MaxLength)
        {
            throw new TorchFileFormatException($"the array's head claims {length} bytes; no array of numbers needs more than {MaxLength}");
        }
        var text = new byte[length];
        stream.ReadExactly(text);
        return Parse((start[6] == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text));
    }

    /// <summary>Writes a head of version 1.0, byte for byte as NumPy does.</summary>
    public static void Write(Stream stream, torch.ScalarType type, ReadOnlySpan<long> shape)
    {
        var text = new StringBuilder("{'descr': '").Append(NpyType.Describe(type)).Append("', 'fortran_order': False, 'shape': (");
        for (var dimension = 0; dimension < shape.Length; dimension++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(dimension > 0 ? ", " : "")}{shape[dimension]}");
        }
        text.Append(shape.Length == 1 ? ",), }" : "), }");
        if (shape.Length > 0)
        {
            text.Append(' ', GrowthDigits - shape[0].ToString(CultureInfo.InvariantCulture).Length);
        }
        // Signature, version and length take ten bytes, the line's end one.
        text.Append(' ', Alignment - ((10 + text.Length + 1) % Alignment)).Append('\n');
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        stream.Write(Signature);
        stream.Write([1, 0]);
        stream.Write(length);
        stream.Write(Encoding.Latin1.GetBytes(text.ToString()));
    }

    private static long ReadLength(Stream stream, int bytes)
    {
        Span<byte> length = stackalloc byte[4];
        length.Clear();
        stream.ReadExactly(length[..bytes]);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }

    private static NpyHeader Parse(string text)
    {
        if (PythonLiteral.Parse(text) is not Dictionary<string, object?> head || !head.TryGetValue("descr", out var description)
            || head.GetValueOrDefault("fortran_order") is not bool fortranOrder || head.GetValueOrDefault("shape") is not object?[] sizes
            || !Array.TrueForAll(sizes, size => size is long))
        {
            throw new TorchFileFormatException("the array's head is no dictionary of 'descr', 'fortran_order' and 'shape'");
        }
        long[] shape = Array.ConvertAll(sizes, size => (long)size!);
        if (StoredShape.Count(shape) is null)
        {
            throw new TorchFileFormatException($"the array's head claims the impossible shape ({string.Join(", ", shape)})");
        }
        return description switch
        {
            string simple => new NpyHeader(NpyType.Parse(simple), fortranOrder, shape),
            List<object?> => throw new NotSupportedException(
                "The array is structured (its elements are records), which no tensor is; save its fields as arrays of their own."),
            _ => throw new TorchFileFormatException("the array's head describes its elements by something that is no text"),
        };
    }
}
