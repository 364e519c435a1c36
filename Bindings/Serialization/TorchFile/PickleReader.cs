using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TorchSharp;

/// <summary>
/// Reads one pickle from a stream. It builds plain values and asks an <see cref="IPickleGlobals"/> for the rest; it never imports or runs anything that
/// the file names.
/// </summary>
internal sealed class PickleReader(Stream stream, IPickleGlobals globals, Func<object?[], object?> persistentLoad)
{
    private const int MaxTextLength = 1 << 28;

    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = [];
    private readonly PickleMemo _memo = new();
    private readonly PickleInput _input = new(stream);

    /// <summary>The value that the pickle holds; its dictionaries resolved.</summary>
    public object? Read() => PickleDictionary.Resolve(ReadAsItIs());

    /// <summary>The value that the pickle holds, with dictionaries as <see cref="PickleDictionary"/>.</summary>
    public object? ReadAsItIs()
    {
        while (true)
        {
            var op = ReadByte();
            if (op == PickleOp.Stop)
            {
                _input.Finish();
                return Pop();
            }
            if (!Scalar(op) && !Container(op) && !Object(op))
            {
                throw new TorchFileFormatException($"the pickle holds the opcode 0x{op:x2}, which torch.save never writes");
            }
        }
    }

    private bool Scalar(byte op)
    {
        switch (op)
        {
            case PickleOp.None: Push(null); break;
            case PickleOp.NewTrue: Push(true); break;
            case PickleOp.NewFalse: Push(false); break;
            case PickleOp.BinInt: Push((long)BinaryPrimitives.ReadInt32LittleEndian(Read(4))); break;
            case PickleOp.BinInt1: Push((long)ReadByte()); break;
            case PickleOp.BinInt2: Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Read(2))); break;
            case PickleOp.Long1: Push(Integer(Read(ReadByte()))); break;
            case PickleOp.Long4: Push(Integer(Read(Length(BinaryPrimitives.ReadInt32LittleEndian(Read(4)))))); break;
            case PickleOp.BinFloat: Push(BinaryPrimitives.ReadDoubleBigEndian(Read(8))); break;
            case PickleOp.BinUnicode: Push(Text(Length(BinaryPrimitives.ReadUInt32LittleEndian(Read(4))))); break;
            case PickleOp.BinUnicode8: Push(Text(Length(BinaryPrimitives.ReadInt64LittleEndian(Read(8))))); break;
            case PickleOp.ShortBinUnicode or PickleOp.ShortBinString: Push(Text(ReadByte())); break;
            case PickleOp.BinString: Push(Text(Length(BinaryPrimitives.ReadInt32LittleEndian(Read(4))))); break;
            case PickleOp.ShortBinBytes: Push(Read(ReadByte()).ToArray()); break;
            case PickleOp.BinBytes: Push(Read(Length(BinaryPrimitives.ReadUInt32LittleEndian(Read(4)))).ToArray()); break;
            case PickleOp.BinBytes8: Push(Read(Length(BinaryPrimitives.ReadInt64LittleEndian(Read(8)))).ToArray()); break;
            default: return false;
        }
        return true;
    }

    private bool Container(byte op)
    {
        switch (op)
        {
            case PickleOp.EmptyDict: Push(new PickleDictionary()); break;
            case PickleOp.EmptyList: Push(new List<object?>()); break;
            case PickleOp.EmptySet: Push(new HashSet<object?>()); break;
            case PickleOp.EmptyTuple: Push(Array.Empty<object?>()); break;
            case PickleOp.Tuple1: Push(PopMany(1)); break;
            case PickleOp.Tuple2: Push(PopMany(2)); break;
            case PickleOp.Tuple3: Push(PopMany(3)); break;
            case PickleOp.Tuple: Push(PopToMark()); break;
            case PickleOp.List: Push(new List<object?>(PopToMark())); break;
            case PickleOp.FrozenSet: Push(new HashSet<object?>(PopToMark())); break;
            case PickleOp.Dict:
                var pairs = PopToMark();
                Push(new PickleDictionary());
                SetItems(pairs);
                break;
            case PickleOp.Append:
                var last = Pop();
                Top<List<object?>>().Add(last);
                break;
            case PickleOp.Appends:
                var items = PopToMark();
                Top<List<object?>>().AddRange(items);
                break;
            case PickleOp.AddItems:
                var added = PopToMark();
                Top<HashSet<object?>>().UnionWith(added);
                break;
            case PickleOp.SetItem: SetItems(PopMany(2)); break;
            case PickleOp.SetItems: SetItems(PopToMark()); break;
            default: return false;
        }
        return true;
    }

    private bool Object(byte op)
    {
        switch (op)
        {
            case PickleOp.Protocol: ReadByte(); break;
            case PickleOp.Frame: Read(8); break;
            case PickleOp.Mark: _marks.Push(_stack.Count); break;
            case PickleOp.Pop: Pop(); break;
            case PickleOp.PopMark: PopToMark(); break;
            case PickleOp.Duplicate: Push(Peek()); break;
            case PickleOp.BinPut: _memo.Set(ReadByte(), Peek()); break;
            case PickleOp.LongBinPut: _memo.Set(BinaryPrimitives.ReadInt32LittleEndian(Read(4)), Peek()); break;
            case PickleOp.Memoize: _memo.Set(_memo.Count, Peek()); break;
            case PickleOp.BinGet: Push(Recall(ReadByte())); break;
            case PickleOp.LongBinGet: Push(Recall(BinaryPrimitives.ReadInt32LittleEndian(Read(4)))); break;
            case PickleOp.Global: Push(globals.Find(Line(), Line())); break;
            case PickleOp.StackGlobal:
                var name = PopAs<string>();
                Push(globals.Find(PopAs<string>(), name));
                break;
            case PickleOp.Reduce or PickleOp.NewObject:
                var arguments = PopAs<object?[]>();
                Push(globals.Call(Pop(), arguments));
                break;
            case PickleOp.Build:
                globals.Build(Pop(), Peek());
                break;
            case PickleOp.BinPersistentId: Push(persistentLoad(PopAs<object?[]>())); break;
            default: return false;
        }
        return true;
    }

    private void SetItems(object?[] pairs)
    {
        if (pairs.Length % 2 != 0)
        {
            throw Malformed();
        }
        var target = Top<PickleDictionary>();
        for (var index = 0; index < pairs.Length; index += 2)
        {
            target.Set(pairs[index], pairs[index + 1]);
        }
    }

    private static object Integer(ReadOnlySpan<byte> littleEndian)
    {
        var value = new BigInteger(littleEndian);
        return value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;
    }

    private static int Length(long length) => length is >= 0 and <= MaxTextLength
        ? (int)length
        : throw new TorchFileFormatException($"the pickle claims a text of {length} bytes");

    private string Text(int length) => Encoding.UTF8.GetString(Read(length));

    private string Line()
    {
        var text = new StringBuilder();
        for (var value = ReadByte(); value != '\n'; value = ReadByte())
        {
            text.Append((char)value);
            if (text.Length > 1000)
            {
                throw Malformed();
            }
        }
        return text.ToString();
    }

    private byte ReadByte() => _input.ReadByte();

    private ReadOnlySpan<byte> Read(int length) => _input.Read(length);

    private object? Recall(int index) => _memo.TryGet(index, out var value) ? value : throw Malformed();

    private void Push(object? value) => _stack.Add(value);

    private T Top<T>() => _stack.Count > Floor && _stack[^1] is T typed ? typed : throw Malformed();

    private object? Peek() => _stack.Count > Floor ? _stack[^1] : throw Malformed();

    private int Floor => _marks.TryPeek(out var mark) ? mark : 0;

    private object? Pop()
    {
        if (_stack.Count <= Floor)
        {
            throw Malformed();
        }
        var value = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private T PopAs<T>() => Pop() is T typed ? typed : throw Malformed();

    private object?[] PopMany(int count)
    {
        if (_stack.Count - Floor < count)
        {
            throw Malformed();
        }
        var values = new object?[count];
        _stack.CopyTo(_stack.Count - count, values, 0, count);
        _stack.RemoveRange(_stack.Count - count, count);
        return values;
    }

    private object?[] PopToMark()
    {
        if (!_marks.TryPop(out var mark) || mark > _stack.Count)
        {
            throw Malformed();
        }
        return PopMany(_stack.Count - mark);
    }

    private static TorchFileFormatException Malformed() => new("the pickle is malformed");
}
