using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Compares what a trace gives with what the traced program gives.</summary>
internal static class TraceCheck
{
    /// <summary>What differs beyond the tolerance, output by output.</summary>
    /// <param name="traced">What the trace gave.</param>
    /// <param name="expected">What the program gave.</param>
    /// <param name="tolerance">Relative tolerance.</param>
    internal static IEnumerable<string> Differences(object? traced, object? expected, double tolerance)
    {
        List<Tensor> left = TraceInputs.TensorsIn(traced) ?? [];
        List<Tensor> right = TraceInputs.TensorsIn(expected) ?? [];
        if (left.Count != right.Count)
        {
            yield return $"the trace gives {left.Count} tensors, the program {right.Count}";
            yield break;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (Difference(left[i], right[i], tolerance) is { } words)
            {
                yield return $"output {i + 1} of the trace {words}";
            }
        }
    }

    private static string? Difference(Tensor traced, Tensor expected, double tolerance)
    {
        if (!traced.shape.AsSpan().SequenceEqual(expected.shape))
        {
            return $"has shape [{string.Join(", ", traced.shape)}], that of the program [{string.Join(", ", expected.shape)}]";
        }

        if (traced.dtype != expected.dtype)
        {
            return $"is of {traced.dtype}, that of the program of {expected.dtype}";
        }

        using DisposeScope scope = NewDisposeScope();
        using IDisposable unrecorded = no_grad();
        ScalarType exact = traced.is_complex() ? ScalarType.ComplexFloat64 : ScalarType.Float64;
        Tensor a = traced.detach().cpu().to(exact);
        Tensor b = expected.detach().cpu().to(exact);
        Tensor close = isclose(a, b, tolerance, Absolute(traced.dtype), nanEqual: true);
        long apart = close.logical_not().count_nonzero().item<long>();
        if (apart == 0)
        {
            return null;
        }

        Tensor distance = (a - b).abs();
        double greatest = distance.nan_to_num(double.PositiveInfinity).max().item<double>();
        double relative = (distance / b.abs()).nan_to_num(0, double.PositiveInfinity).max().item<double>();
        return FormattableString.Invariant(
            $"differs from the program's in {apart} of {traced.numel()} elements: by {greatest:g6} at most, relative {relative:g6} (allowed: {tolerance:g6})");
    }

    // Python's absolute tolerances, by element type.
    private static double Absolute(ScalarType type) => type switch
    {
        ScalarType.Float16 or ScalarType.BFloat16 => 1e-3,
        ScalarType.Float32 or ScalarType.ComplexFloat32 => 1e-5,
        ScalarType.Float64 or ScalarType.ComplexFloat64 => 1e-8,
        _ => 0,
    };
}
