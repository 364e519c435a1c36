using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TorchSharp;

/// <summary>Writes single pickle opcodes (protocol 2, which every Python 3 and PyTorch reads).</summary>
internal sealed class PickleWriter(Stream output)
{
    public void Begin()
    {
        Op(PickleOp.Protocol);
        output.WriteByte(2);
    }

    public void End() => Op(PickleOp.Stop);

    public void Op(byte op) => output.WriteByte(op);

    public void Null() => Op(PickleOp.None);

    public void Boolean(bool value) => Op(value ? PickleOp.NewTrue : PickleOp.NewFalse);

    public void Integer(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        switch (value)
        {
            case >= 0 and <= byte.MaxValue:
                Op(PickleOp.BinInt1);
                output.WriteByte((byte)value);
                break;
            case >= 0 and <= ushort.MaxValue:
                Op(PickleOp.BinInt2);
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
                output.Write(bytes[..2]);
                break;
            case >= int.MinValue and <= int.MaxValue:
                Op(PickleOp.BinInt);
                BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)value);
                output.Write(bytes[..4]);
                break;
            default:
                BigInteger(value);
                break;
        }
    }

    public void BigInteger(BigInteger value)
    {
        var bytes = value.ToByteArray();
        if (bytes.Length > byte.MaxValue)
        {
            throw new ArgumentException("An integer of more than 255 bytes cannot be saved.", nameof(value));
        }
        Op(PickleOp.Long1);
        output.WriteByte((byte)bytes.Length);
        output.Write(bytes);
    }

    public void Float(double value)
    {
        Op(PickleOp.BinFloat);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        output.Write(bytes);
    }

    public void Text(string value)
    {
        Op(PickleOp.BinUnicode);
        var bytes = Encoding.UTF8.GetBytes(value);
        Length(bytes.Length);
        output.Write(bytes);
    }

    public void Global(string module, string name)
    {
        Op(PickleOp.Global);
        output.Write(Encoding.ASCII.GetBytes($"{module}\n{name}\n"));
    }

    /// <summary>Names the value on top of the stack, for <see cref="Get"/>.</summary>
    public void Put(int index)
    {
        Op(PickleOp.LongBinPut);
        Length(index);
    }

    public void Get(int index)
    {
        Op(PickleOp.LongBinGet);
        Length(index);
    }

    /// <summary>A tuple of whole numbers, such as a shape.</summary>
    public void IntegerTuple(ReadOnlySpan<long> values)
    {
        Op(PickleOp.Mark);
        foreach (var value in values)
        {
            Integer(value);
        }
        Op(PickleOp.Tuple);
    }

    /// <summary>A call without arguments: <c>collections.OrderedDict()</c>.</summary>
    public void EmptyOrderedDict()
    {
        Global("collections", "OrderedDict");
        Op(PickleOp.EmptyTuple);
        Op(PickleOp.Reduce);
    }

    private void Length(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        output.Write(bytes);
    }
}
