using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes a graph of plain values and tensors as Python's pickler would, tensors as references into a <see cref="StorageTable"/>.</summary>
internal sealed class PickleGraphWriter(Stream output, StorageTable storages)
{
    private const int MaxDepth = 500;

    private readonly PickleWriter _pickle = new(output);
    private readonly Dictionary<Tensor, int> _written = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    public void Write(object? value)
    {
        _pickle.Begin();
        Value(value, "value");
        _pickle.End();
    }

    private void Value(object? value, string where)
    {
        if (++_depth > MaxDepth)
        {
            throw new ArgumentException(
                $"The graph to save is nested more than {MaxDepth} levels deep at {where[..Math.Min(80, where.Length)]}; it may hold itself.");
        }
        switch (value)
        {
            case null: _pickle.Null(); break;
            case bool flag: _pickle.Boolean(flag); break;
            case string text: _pickle.Text(text); break;
            case double number: _pickle.Float(number); break;
            case float number: _pickle.Float(number); break;
            case Half number: _pickle.Float((double)number); break;
            case System.Numerics.BigInteger number: _pickle.BigInteger(number); break;
            case ulong number: _pickle.BigInteger(number); break;
            case ScalarType type: _pickle.Global("torch", StorageTypes.NameOf(type)); break;
            case long or int or short or sbyte or byte or ushort or uint:
                _pickle.Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case Tensor tensor: TensorReference(tensor); break;
            case Device device: Call("torch", "device", device.ToString()); break;
            case byte[] bytes: Call("_codecs", "encode", System.Text.Encoding.Latin1.GetString(bytes), "latin1"); break;
            case Size size: ShapeOf(size); break;
            case object?[] tuple: Tuple(tuple.Length, index => tuple[index], where); break;
            case ITuple tuple: Tuple(tuple.Length, index => tuple[index], where); break;
            case IDictionary dictionary: Dictionary(dictionary, where); break;
            case IEnumerable list: List(list, where); break;
            default:
                throw new ArgumentException(
                    $"{where} is a {value.GetType()}, which a torch file cannot hold. "
                    + "Allowed: null, bool, numbers, string, byte[], Tensor, dictionaries, lists, arrays and tuples of these.");
        }
        _depth--;
    }

    private void Dictionary(IDictionary dictionary, string where)
    {
        _pickle.Op(PickleOp.EmptyDict);
        _pickle.Op(PickleOp.Mark);
        foreach (DictionaryEntry entry in dictionary)
        {
            Value(entry.Key, $"a key of {where}");
            Value(entry.Value, $"{where}[{entry.Key}]");
        }
        _pickle.Op(PickleOp.SetItems);
    }

    private void List(IEnumerable list, string where)
    {
        _pickle.Op(PickleOp.EmptyList);
        _pickle.Op(PickleOp.Mark);
        var index = 0;
        foreach (var item in list)
        {
            Value(item, $"{where}[{index++}]");
        }
        _pickle.Op(PickleOp.Appends);
    }

    private void Tuple(int length, Func<int, object?> item, string where)
    {
        _pickle.Op(PickleOp.Mark);
        for (var index = 0; index < length; index++)
        {
            Value(item(index), $"{where}[{index}]");
        }
        _pickle.Op(PickleOp.Tuple);
    }

    private void ShapeOf(Size size)
    {
        _pickle.Global("torch", "Size");
        _pickle.IntegerTuple(size.Shape);
        _pickle.Op(PickleOp.Tuple1);
        _pickle.Op(PickleOp.Reduce);
    }

    private void Call(string module, string name, params ReadOnlySpan<string> arguments)
    {
        _pickle.Global(module, name);
        _pickle.Op(PickleOp.Mark);
        foreach (var argument in arguments)
        {
            _pickle.Text(argument);
        }
        _pickle.Op(PickleOp.Tuple);
        _pickle.Op(PickleOp.Reduce);
    }

    private void TensorReference(Tensor tensor)
    {
        if (_written.TryGetValue(tensor, out var memo))
        {
            _pickle.Get(memo);
            return;
        }
        if (tensor is Modules.Parameter)
        {
            _pickle.Global("torch._utils", "_rebuild_parameter");
            _pickle.Op(PickleOp.Mark);
            Rebuild(tensor, requiresGrad: false);
            _pickle.Boolean(tensor.requires_grad);
            _pickle.EmptyOrderedDict();
            _pickle.Op(PickleOp.Tuple);
            _pickle.Op(PickleOp.Reduce);
        }
        else
        {
            Rebuild(tensor, tensor.requires_grad);
        }
        _written.Add(tensor, memo = _written.Count);
        _pickle.Put(memo);
    }

    // torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks)
    private void Rebuild(Tensor tensor, bool requiresGrad)
    {
        var resolved = storages.Resolve(tensor);
        var storage = storages.Reference(resolved);
        _pickle.Global("torch._utils", "_rebuild_tensor_v2");
        _pickle.Op(PickleOp.Mark);
        _pickle.Op(PickleOp.Mark);
        _pickle.Text("storage");
        _pickle.Global("torch", StorageTypes.StorageOf(storage.Type));
        _pickle.Text(storage.Key);
        _pickle.Text(storage.Device);
        _pickle.Integer(storage.Count);
        _pickle.Op(PickleOp.Tuple);
        _pickle.Op(PickleOp.BinPersistentId);
        _pickle.Integer(storage.Count == 0 ? 0 : resolved.storage_offset() - storage.Start);
        _pickle.IntegerTuple(resolved.shape);
        _pickle.IntegerTuple(resolved.stride());
        _pickle.Boolean(requiresGrad);
        _pickle.EmptyOrderedDict();
        _pickle.Op(PickleOp.Tuple);
        _pickle.Op(PickleOp.Reduce);
    }
}
