using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>What TorchScript gave, as objects: numbers as <see cref="Scalar"/>, tuples of tensors as typed tuples, as TorchSharp gives them.</summary>
internal static class ScriptResult
{
    /// <summary>Takes a result over, with everything in it.</summary>
    internal static object? Take(Value value) => value.Tag switch
    {
        ValueTag.None => null,
        ValueTag.Tensor => value.TakeTensor(),
        ValueTag.TensorList => value.TakeTensorList(),
        ValueTag.String => value.TakeString(),
        ValueTag.Device => value.AsDevice(),
        ValueTag.IntList => value.TakeLongList(),
        ValueTag.DoubleList => value.TakeDoubleList(),
        ValueTag.BoolList => value.TakeBoolList(),
        ValueTag.List => OfList(TakeItems(value)),
        ValueTag.Tuple => OfTuple(TakeItems(value)),
        ValueTag.Dict => OfDictionary(TakeItems(value)),
        ValueTag.Object => OfObject(value),
        _ => value.AsScalar(),
    };

    /// <summary>The items of a list, each taken over.</summary>
    internal static object?[] TakeItems(Value value)
    {
        var items = new object?[value.Items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Take(value.Items[i]);
        }

        value.FreeItems();
        return items;
    }

    private static object OfObject(Value value)
    {
        var handle = new ScriptHandle(value.TakeScript());
        return value.IsModule ? new jit.ScriptModule(handle) : new jit.ScriptObject(handle);
    }

    private static object OfList(object?[] items) =>
        items.Length > 0 && items.All(item => item is string) ? Array.ConvertAll(items, item => (string)item!)
        : items.Length > 0 && items.All(item => item is Scalar) ? Array.ConvertAll(items, item => (Scalar)item!)
        : items;

    private static object OfTuple(object?[] items)
    {
        if (items.Length > 0 && items.All(item => item is Tensor))
        {
            Tensor[] t = Array.ConvertAll(items, item => (Tensor)item!);
            return t.Length switch
            {
                1 => ValueTuple.Create(t[0]),
                2 => (t[0], t[1]),
                3 => (t[0], t[1], t[2]),
                4 => (t[0], t[1], t[2], t[3]),
                5 => (t[0], t[1], t[2], t[3], t[4]),
                6 => (t[0], t[1], t[2], t[3], t[4], t[5]),
                7 => (t[0], t[1], t[2], t[3], t[4], t[5], t[6]),
                _ => t,
            };
        }

        return items switch
        {
            [] => default(ValueTuple),
            [var a] => ValueTuple.Create(a),
            [var a, var b] => (a, b),
            [var a, var b, var c] => (a, b, c),
            [var a, var b, var c, var d] => (a, b, c, d),
            [var a, var b, var c, var d, var e] => (a, b, c, d, e),
            [var a, var b, var c, var d, var e, var f] => (a, b, c, d, e, f),
            [var a, var b, var c, var d, var e, var f, var g] => (a, b, c, d, e, f, g),
            _ => items,
        };
    }

    private static object OfDictionary(object?[] items)
    {
        var pairs = items.Chunk(2).Select(pair => (key: pair[0]!, value: pair[1])).ToList();
        if (!pairs.TrueForAll(pair => pair.key is string))
        {
            return pairs.ToDictionary(pair => Key(pair.key), pair => pair.value);
        }

        return pairs.Count > 0 && pairs.TrueForAll(pair => pair.value is Tensor)
            ? pairs.ToDictionary(pair => (string)pair.key, pair => (Tensor)pair.value!)
            : pairs.ToDictionary(pair => (string)pair.key, pair => pair.value);
    }

    private static object Key(object key) => key is not Scalar number ? key : number.Kind switch
    {
        ValueTag.Int => number.AsLong(),
        ValueTag.Bool => number.AsBool(),
        ValueTag.Double => number.AsDouble(),
        _ => number.AsComplex(),
    };
}
