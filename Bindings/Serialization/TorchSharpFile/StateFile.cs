using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp;

/// <summary>
/// TorchSharp's own format of state dictionaries: the number of tensors; then of each its name, element type, number of dimensions, sizes and bytes.
/// Numbers are LEB128, names UTF-8 behind their length, elements little-endian in row-major order. Components that are automatic properties have
/// the properties' names here; TorchSharp's files have the compiler's for the fields behind them, which are read as the properties'.
/// </summary>
internal static partial class StateFile
{
    public static void Write(BinaryWriter writer, IReadOnlyList<KeyValuePair<string, torch.Tensor>> entries)
    {
        writer.Write7BitEncodedInt(entries.Count);
        foreach (var (name, tensor) in entries)
        {
            writer.Write(name);
            TensorRecord.Write(writer, tensor);
        }
    }

    public static Dictionary<string, torch.Tensor> Read(BinaryReader reader)
    {
        try
        {
            var count = reader.Read7BitEncodedInt();
            if (count < 0)
            {
                throw new InvalidDataException($"The state file claims {count} tensors; it is damaged or of another format than TorchSharp's .dat.");
            }

            var state = new Dictionary<string, torch.Tensor>();
            for (var i = 0; i < count; i++)
            {
                var name = PropertyField().Replace(ReadName(reader), "$1");
                state[name] = TensorRecord.Read(reader, $"The state file's tensor \"{name}\"");
            }

            return state;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw new InvalidDataException("The state file ends too early or is of another format than TorchSharp's .dat.", e);
        }
    }

    private static string ReadName(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        return length is > 0 and < 65536
            ? Encoding.UTF8.GetString(ReadExactly(reader, length))
            : throw new InvalidDataException(
                $"The state file holds a name of {length} bytes; it is damaged or of another format than TorchSharp's .dat.");
    }

    // The field behind an automatic property, as the C# compiler names it.
    [GeneratedRegex(@"<([^<>.]+)>k__BackingField")]
    private static partial Regex PropertyField();

    private static byte[] ReadExactly(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException();
    }
}
