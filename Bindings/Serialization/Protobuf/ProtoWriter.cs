using Google.Protobuf;

namespace TorchSharp;

/// <summary>Writes one protocol buffer message field by field, in the order of their numbers.</summary>
internal sealed class ProtoWriter
{
    private readonly MemoryStream bytes = new();
    private readonly CodedOutputStream output;

    internal ProtoWriter() => output = new CodedOutputStream(bytes, leaveOpen: true);

    /// <summary>The message that a function writes.</summary>
    internal static byte[] Write(Action<ProtoWriter> fields)
    {
        var writer = new ProtoWriter();
        fields(writer);
        writer.output.Flush();
        return writer.bytes.ToArray();
    }

    internal ProtoWriter Double(int field, double value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed64);
        output.WriteDouble(value);
        return this;
    }

    internal ProtoWriter Float(int field, float value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
        return this;
    }

    internal ProtoWriter Integer(int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
        return this;
    }

    internal ProtoWriter Bool(int field, bool value) => Integer(field, value ? 1 : 0);

    internal ProtoWriter Text(int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
        return this;
    }

    internal ProtoWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
        return this;
    }

    /// <summary>One field for each number, as the second version of the language does where nothing else is said.</summary>
    internal ProtoWriter Integers(int field, IEnumerable<long> values)
    {
        foreach (long value in values)
        {
            Integer(field, value);
        }

        return this;
    }

    /// <summary>The start of a field whose content, of that many bytes, somebody writes behind it.</summary>
    internal ProtoWriter Announce(int field, long length)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteInt64(length);
        return this;
    }

    internal ProtoWriter Message(int field, Action<ProtoWriter> fields) => Bytes(field, Write(fields));

    internal ProtoWriter Doubles(int field, IReadOnlyCollection<double> values)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteLength(values.Count * sizeof(double));
        foreach (double value in values)
        {
            output.WriteDouble(value);
        }

        return this;
    }

    internal ProtoWriter Floats(int field, IReadOnlyCollection<float> values)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteLength(values.Count * sizeof(float));
        foreach (float value in values)
        {
            output.WriteFloat(value);
        }

        return this;
    }
}
