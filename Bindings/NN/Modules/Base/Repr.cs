using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>Values in module descriptions, as Python prints them.</summary>
internal static class Repr
{
    /// <summary>A float, with the fewest digits that tell it from its neighbours: <c>1.0</c>, <c>0.01</c>, <c>1e-05</c>, <c>inf</c>.</summary>
    public static string Float(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var end = text.IndexOf('E', StringComparison.Ordinal);
        if (end >= 0)
        {
            return $"{text[..end]}e{text[(end + 1)..]}";
        }

        if (Math.Abs(value) < 1e16)
        {
            return text.Contains('.', StringComparison.Ordinal) ? text : $"{text}.0";
        }

        // Python writes numbers below 1e16 in full, .NET those below 1e17.
        var digits = text.TrimStart('-').TrimEnd('0');
        return $"{(value < 0 ? "-" : "")}{digits[0]}{(digits.Length > 1 ? $".{digits[1..]}" : "")}e+16";
    }

    /// <summary>A number that Python users give as an integer where it is one: <c>20</c>, <c>0.5</c>.</summary>
    public static string Number(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e15 ? value.ToString("0", CultureInfo.InvariantCulture) : Float(value);

    /// <summary>A tuple: <c>(3, 3)</c>, <c>(3,)</c>.</summary>
    public static string Tuple(params ReadOnlySpan<long> values) =>
        values.Length == 1 ? $"({values[0]},)" : $"({string.Join(", ", values.ToArray())})";

    /// <summary>A tensor's shape: <c>[2, 3]</c>.</summary>
    public static string Shape(torch.Tensor tensor) => Shape(tensor.shape);

    /// <inheritdoc cref="Shape(torch.Tensor)"/>
    public static string Shape(long[] sizes) => $"[{string.Join(", ", sizes)}]";

    /// <summary>One number where one stands for all dimensions, else a tuple.</summary>
    public static string Size(long[] values) => values.Length == 1 ? $"{values[0]}" : Tuple(values);

    /// <inheritdoc cref="Size(long[])"/>
    public static string Size(double[] values) => values.Length == 1 ? Float(values[0]) : $"({string.Join(", ", values.Select(Float))})";

    /// <summary>A tuple where a pair was given, else the one number that stands for both.</summary>
    public static string Pair((long, long) values, bool pair) => pair ? Tuple(values.Item1, values.Item2) : $"{values.Item1}";

    /// <summary>A truth value.</summary>
    public static string Bool(bool value) => value ? "True" : "False";

    /// <summary>A parameter in a container, set in as Python does: its key, kind, element type as the container names it, and size.</summary>
    public static string Parameter(string key, Parameter parameter, string type) =>
        $"  ({key}): Parameter containing: [{type} of size {string.Join('x', parameter.shape)}"
        + $"{(parameter.is_cuda ? $" (GPU {parameter.device_index})" : "")}]";

    /// <summary>An element type: <c>torch.float32</c>.</summary>
    public static string Type(torch.Tensor tensor) => $"torch.{StorageTypes.NameOf(tensor.dtype)}";

    /// <summary>The name that Python's tensors of such elements had as classes of their own: <c>torch.FloatTensor</c>.</summary>
    public static string TypeName(torch.Tensor tensor) =>
        $"torch.{(tensor.is_cuda ? "cuda." : "")}{StorageTypes.StorageOf(tensor.dtype).Replace("Storage", "Tensor", StringComparison.Ordinal)}";

    /// <summary>The end of a list that tells of in-place work only where there is some.</summary>
    public static string Inplace(bool inplace) => inplace ? ", inplace=True" : "";
}
