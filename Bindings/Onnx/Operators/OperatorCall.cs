using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One operator of the script while it is converted: its arguments by name, and the ONNX operators that take its place.</summary>
internal sealed partial class OperatorCall(OnnxConversion conversion, ScriptNode node, TracedValue[] arguments, TracedValue[] results)
{
    internal string Operator => node.Operator;

    internal int Opset => conversion.Opset;

    internal TracedValue[] Results => results;

    internal TracedValue Result => results[0];

    /// <summary>The type of the first result's elements.</summary>
    internal ScalarType Type => Result.Type!.Value;

    /// <summary>The argument of that name.</summary>
    internal TracedValue this[string argument] => Find(argument) ?? throw new OnnxUnsupportedException($"its form {node.Schema} has no argument '{argument}'");

    /// <summary>The argument at that place.</summary>
    internal TracedValue this[int index] => arguments[index];

    internal int Count => arguments.Length;

    /// <summary>Whether the argument is there and not None.</summary>
    internal bool Has(string argument) => Find(argument) is { IsNone: false };

    internal TracedValue? Find(string argument)
    {
        int index = Array.IndexOf(node.ArgumentNames, argument);
        return index < 0 || index >= arguments.Length ? null : arguments[index];
    }

    /// <summary>The argument's tensor in the graph, its elements as they are.</summary>
    internal string Name(string argument) => conversion.NameOf(this[argument]);

    internal string Name(TracedValue value) => conversion.NameOf(value);

    /// <summary>The same, or nothing where the argument is None.</summary>
    internal string? NameOrNone(string argument) => Has(argument) ? Name(argument) : null;

    /// <summary>The argument's tensor or number, its elements converted.</summary>
    internal string As(string argument, ScalarType type) => As(this[argument], type);

    internal string As(TracedValue value, ScalarType type)
    {
        if (value is { IsTensor: false, First: not null and not string, IsConstant: true })
        {
            return conversion.ScalarName(Converted(value.First, type), type);
        }

        string name = conversion.NameOf(value);
        return value.Type == type ? name : Cast(name, type);
    }

    internal long Long(string argument) => Constant(argument) switch
    {
        long whole => whole,
        bool truth => truth ? 1 : 0,
        double real => (long)real,
        Tensor tensor => tensor.to_type(ScalarType.Int64).item<long>(),
        _ => throw NotConstant(argument),
    };

    internal long Long(string argument, long none) => Has(argument) ? Long(argument) : none;

    internal double Double(string argument) => Constant(argument) switch
    {
        double real => real,
        long whole => whole,
        bool truth => truth ? 1 : 0,
        Tensor tensor => tensor.to_type(ScalarType.Float64).item<double>(),
        _ => throw NotConstant(argument),
    };

    internal double Double(string argument, double none) => Has(argument) ? Double(argument) : none;

    internal bool Bool(string argument, bool none = false) => Has(argument) ? Constant(argument) is true or not (0L or false) : none;

    internal string Text(string argument, string none = "") => Has(argument) ? (string)Constant(argument)! : none;

    /// <summary>A list of whole numbers that are constants.</summary>
    internal long[] Longs(string argument) => this[argument] switch
    {
        { Items: { } items } when items.TrueForAll(item => item is { IsConstant: true, First: long }) => [.. items.Select(item => (long)item.First!)],
        { Items: null, IsConstant: true, First: long number } => [number],
        _ => throw NotConstant(argument),
    };

    internal long[]? LongsOrNone(string argument) => Has(argument) ? Longs(argument) : null;

    internal double[] Doubles(string argument) => this[argument] is { Items: { } items } && items.TrueForAll(item => item.IsConstant)
        ? [.. items.Select(item => System.Convert.ToDouble(item.First, System.Globalization.CultureInfo.InvariantCulture))]
        : throw NotConstant(argument);

    /// <summary>A dimension's number, from the front.</summary>
    internal long Axis(string argument, int rank) => Wrap(Long(argument), rank);

    internal static long Wrap(long axis, int rank) => axis < 0 ? axis + Math.Max(rank, 1) : axis;

    /// <summary>A list of whole numbers, some of which may be known only when the graph runs, as a tensor of one dimension.</summary>
    internal string LongsName(TracedValue list)
    {
        var items = list.Items ?? [list];
        if (items.TrueForAll(item => item.IsConstant))
        {
            return Whole([.. items.Select(item => (long)item.First!)]);
        }

        string[] parts = [.. items.Select(item => item is { IsConstant: true, First: long number } ? Whole([number]) : Op("Reshape", [As(item, ScalarType.Int64), Whole([-1])]))];
        return parts.Length == 1 ? parts[0] : Op("Concat", parts, ("axis", 0L));
    }

    /// <summary>One whole number as a tensor of one element and one dimension.</summary>
    internal string LongName(TracedValue value) => LongsName(value);

    /// <summary>An operator with one result.</summary>
    internal string Op(string op, IReadOnlyList<string?> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        conversion.Graph.Add(op, inputs, 1, attributes)[0];

    /// <summary>An operator with several results.</summary>
    internal string[] Ops(string op, int outputs, IReadOnlyList<string?> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        conversion.Graph.Add(op, inputs, outputs, attributes);

    internal string Cast(string name, ScalarType type) => Op("Cast", [name], ("to", OnnxTypes.Of(type)));

    /// <summary>Whole numbers as a tensor of one dimension.</summary>
    internal string Whole(params long[] numbers) => conversion.Graph.Shared($"Int64[{numbers.Length}]:{string.Join(',', numbers)}", () => tensor(numbers));

    /// <summary>A whole number as a tensor without dimensions.</summary>
    internal string Number(long number) => conversion.ScalarName(number, ScalarType.Int64);

    /// <summary>A number as a tensor of the given type without dimensions.</summary>
    internal string Number(double number, ScalarType type) => conversion.ScalarName(Converted(number, type), type);

    /// <summary>A tensor that was computed here.</summary>
    internal string Initializer(Tensor tensor) => conversion.Graph.AddInitializer("constant", tensor);

    /// <summary>A one-dimensional tensor of float numbers.</summary>
    internal string Floats(params float[] numbers) =>
        conversion.Graph.Shared($"Float32[{numbers.Length}]:{string.Join(',', numbers)}", () => tensor(numbers));

    /// <summary>A dimension's length as a tensor of one element.</summary>
    internal string SizeName(TracedValue value, long axis)
    {
        long length = value.Shape[axis];
        return length >= 0 ? Whole(length) : Op("Gather", [Op("Shape", [Name(value)]), Whole(axis)], ("axis", 0L));
    }

    /// <summary>All lengths, as a tensor of one dimension.</summary>
    internal string ShapeName(TracedValue value) =>
        Array.TrueForAll(value.Shape, length => length >= 0) ? Whole(value.Shape) : Op("Shape", [Name(value)]);

    /// <summary>Names the results.</summary>
    internal void Return(params ReadOnlySpan<string> names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (results[i].Items is null)
            {
                results[i].Name = names[i];
            }
        }
    }

    /// <summary>Names the items of the first result, which is a list.</summary>
    internal void ReturnList(IReadOnlyList<string> names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            Result.Items![i].Name = names[i];
        }
    }

    /// <summary>Another way to use it that has no counterpart.</summary>
    internal static OnnxUnsupportedException No(string reason) => new(reason);

    private static object Converted(object number, ScalarType type) => type switch
    {
        ScalarType.Bool => number switch { bool truth => truth, long whole => whole != 0, double real => real != 0, _ => number },
        ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 =>
            number switch { bool truth => truth ? 1.0 : 0.0, long whole => (double)whole, _ => number },
        _ => number switch { bool truth => truth ? 1L : 0L, double real => (long)real, _ => number },
    };

    private object? Constant(string argument) => this[argument] is { IsConstant: true } value ? value.First : throw NotConstant(argument);

    private static OnnxUnsupportedException NotConstant(string argument) => new($"its argument '{argument}' has to be a constant");
}
