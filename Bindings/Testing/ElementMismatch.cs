using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Testing;

/// <summary>The elements in which two tensors of one shape and type are too far from each other.</summary>
internal sealed class ElementMismatch(Tensor actual, Tensor expected, Tensor apart, long count, double rtol, double atol)
{
    private readonly bool isExact = rtol == 0 && atol == 0;

    public string Describe(string what)
    {
        (Tensor left, Tensor right) = (Wide(actual), Wide(expected));
        Tensor absolute = (left - right).abs();
        Tensor relative = absolute / right.abs();
        string verdict = isExact ? "equal" : "close";
        if (actual.Dimensions == 0)
        {
            return $"Scalars are not {verdict}!\n\nAbsolute difference: {Text(absolute)}{Allowed(atol)}\nRelative difference: {Text(relative)}{Allowed(rtol)}";
        }

        var share = (count * 100.0 / actual.numel()).ToString("0.0", CultureInfo.InvariantCulture);
        return $"{what} are not {verdict}!\n\nMismatched elements: {count} / {actual.numel()} ({share}%)\n"
            + $"{Greatest("absolute", absolute)}{Allowed(atol)}\n{Greatest("relative", relative)}{Allowed(rtol)}";
    }

    // Truth values have no differences, bytes would wrap around, and small numbers would round.
    private static Tensor Wide(Tensor tensor) =>
        tensor.to(tensor.is_complex() ? ScalarType.ComplexFloat64 : tensor.is_floating_point() ? ScalarType.Float64 : ScalarType.Int64);

    private string Greatest(string kind, Tensor differences)
    {
        Tensor ofMismatches = differences.masked_fill(apart.logical_not(), 0).flatten();
        long place = ofMismatches.argmax().item<long>();
        return $"Greatest {kind} difference: {Text(ofMismatches[place])} at index {Repr.Tuple(Index(place))}";
    }

    private long[] Index(long place)
    {
        var index = new long[actual.Dimensions];
        for (int dim = index.Length - 1; dim >= 0; dim--)
        {
            (place, index[dim]) = Math.DivRem(place, actual.shape[dim]);
        }

        return index;
    }

    private string Allowed(double tolerance) => isExact ? "" : $" (up to {Repr.Float(tolerance)} allowed)";

    private static string Text(Tensor value) => value.is_integral()
        ? value.to(ScalarType.Int64).item<long>().ToString(CultureInfo.InvariantCulture)
        : Repr.Float(value.to(ScalarType.Float64).item<double>());
}
