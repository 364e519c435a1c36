using System.Buffers.Binary;

namespace TorchSharp.Transforms.Text;

/// <summary>Reads the fields of a protobuf message; whatever is wrong with the bytes ends in one exception that says where.</summary>
internal ref struct WireReader
{
    private const int LongestVarint = 10;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly string? fileName;
    private readonly int start;
    private int position;

    /// <param name="bytes">The message.</param>
    /// <param name="fileName">The file, for messages.</param>
    /// <param name="start">Where in the file the message begins.</param>
    public WireReader(ReadOnlySpan<byte> bytes, string? fileName, int start = 0)
    {
        this.bytes = bytes;
        this.fileName = fileName;
        this.start = start;
    }

    private enum WireType
    {
        Varint = 0,
        Fixed64 = 1,
        Bytes = 2,
        Fixed32 = 5,
    }

    /// <summary>The number of the field that was read last.</summary>
    public int Field { get; private set; }

    /// <summary>Where in the file the value of that field begins.</summary>
    public int Offset { get; private set; }

    private ReadOnlySpan<byte> payload;
    private ulong number;
    private WireType type;

    /// <summary>Reads the next field, whatever it is; false at the end of the message.</summary>
    public bool Read()
    {
        if (position == bytes.Length)
        {
            return false;
        }

        var tagAt = position;
        var tag = Varint();
        var field = tag >> 3;
        if (field is 0 or > 536_870_911)
        {
            throw Wrong(tagAt, $"a field cannot have the number {field}");
        }

        Field = (int)field;
        type = (WireType)(tag & 7);
        Offset = start + position;
        switch (type)
        {
            case WireType.Varint:
                number = Varint();
                break;
            case WireType.Fixed64:
                number = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
                break;
            case WireType.Fixed32:
                number = BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
                break;
            case WireType.Bytes:
                var lengthAt = position;
                var length = Varint();
                if (length > (ulong)(bytes.Length - position))
                {
                    throw Wrong(lengthAt, $"field {Field} says that it has {length} bytes, and {bytes.Length - position} are left: the file is cut short or damaged");
                }

                Offset = start + position;
                payload = Take((int)length);
                break;
            default:
                throw Wrong(tagAt, $"field {Field} is of the kind {(int)type}, which there is none of");
        }

        return true;
    }

    /// <summary>The value as bytes.</summary>
    public readonly ReadOnlySpan<byte> Bytes() => type == WireType.Bytes ? payload : throw WrongKind(WireType.Bytes);

    /// <summary>The value as a message.</summary>
    public readonly WireReader Message() => new(Bytes(), fileName, Offset);

    /// <summary>The value as a truth.</summary>
    public readonly bool Bool() => Number(WireType.Varint) != 0;

    /// <summary>The value as a whole number.</summary>
    public readonly int Int32() => (int)Number(WireType.Varint);

    /// <summary>The value as a number in single precision.</summary>
    public readonly float Single() => BitConverter.UInt32BitsToSingle((uint)Number(WireType.Fixed32));

    /// <summary>The refusal of the value that was read last.</summary>
    public readonly TokenizerFormatException Wrong(string problem) => new(fileName, Offset, null, $"not a SentencePiece model: {problem}.");

    private readonly ulong Number(WireType wanted) => type == wanted ? number : throw WrongKind(wanted);

    private readonly TokenizerFormatException WrongKind(WireType wanted) => Wrong($"field {Field} is {type}, and should be {wanted}");

    private ulong Varint()
    {
        var value = 0UL;
        var first = position;
        for (var i = 0; i < LongestVarint && position < bytes.Length; i++)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Wrong(first, "a number has no end: the file is cut short or damaged");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - position)
        {
            throw Wrong(position, $"{count} bytes are wanted, and {bytes.Length - position} are left: the file is cut short");
        }

        position += count;
        return bytes.Slice(position - count, count);
    }

    private readonly TokenizerFormatException Wrong(int at, string problem) => new(fileName, start + at, null, $"not a SentencePiece model: {problem}.");
}
