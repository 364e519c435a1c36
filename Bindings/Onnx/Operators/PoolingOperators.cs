using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Pooling over windows, and adaptive pooling to a given size.</summary>
internal static class PoolingOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::max_pool1d"] = MaxPool,
        ["aten::max_pool2d"] = MaxPool,
        ["aten::max_pool3d"] = MaxPool,
        ["aten::max_pool1d_with_indices"] = MaxPool,
        ["aten::max_pool2d_with_indices"] = MaxPool,
        ["aten::max_pool3d_with_indices"] = MaxPool,
        ["aten::avg_pool1d"] = AveragePool,
        ["aten::avg_pool2d"] = AveragePool,
        ["aten::avg_pool3d"] = AveragePool,
        ["aten::adaptive_avg_pool1d"] = call => Adaptive(call, maximum: false),
        ["aten::adaptive_avg_pool2d"] = call => Adaptive(call, maximum: false),
        ["aten::adaptive_avg_pool3d"] = call => Adaptive(call, maximum: false),
        ["aten::_adaptive_avg_pool2d"] = call => Adaptive(call, maximum: false),
        ["aten::_adaptive_avg_pool3d"] = call => Adaptive(call, maximum: false),
        ["aten::adaptive_max_pool1d"] = call => Adaptive(call, maximum: true),
        ["aten::adaptive_max_pool2d"] = call => Adaptive(call, maximum: true),
        ["aten::adaptive_max_pool3d"] = call => Adaptive(call, maximum: true),
    };

    private static int Dimensions(OperatorCall call) => call.Operator.Contains("1d", StringComparison.Ordinal) ? 1 : call.Operator.Contains("2d", StringComparison.Ordinal) ? 2 : 3;

    // ONNX's pooling wants a batch.
    private static string Batched(OperatorCall call, int dimensions) => call[0].Rank == dimensions + 2
        ? call.As(call[0], call.Type)
        : call.Op("Unsqueeze", [call.As(call[0], call.Type), call.Whole(0)]);

    private static string Unbatched(OperatorCall call, string name, int dimensions) =>
        call[0].Rank == dimensions + 2 ? name : call.Op("Squeeze", [name, call.Whole(0)]);

    private static (string Name, object Value)[] Window(OperatorCall call, int dimensions)
    {
        long[] kernel = ConvolutionOperators.Spread(call, "kernel_size", dimensions, 1);
        long[] stride = call.Longs("stride") is { Length: > 0 } ? ConvolutionOperators.Spread(call, "stride", dimensions, 1) : kernel;
        long[] pads = ConvolutionOperators.Spread(call, "padding", dimensions, 0);
        long[] ends = pads;
        bool ceil = call.Bool("ceil_mode");
        if (ceil)
        {
            long[] dilation = ConvolutionOperators.Spread(call, "dilation", dimensions, 1);
            long[] reach = [.. kernel.Select((length, i) => dilation[i] * (length - 1) + 1)];
            (ceil, ends) = Rounding(call[0].Shape[^dimensions..], call.Result.Shape[^dimensions..], reach, stride, pads, call.Operator.Contains("max_pool", StringComparison.Ordinal));
        }

        return [("ceil_mode", ceil ? 1L : 0L), ("kernel_shape", kernel), ("pads", (long[])[.. pads, .. ends]), ("strides", stride)];
    }

    // ONNX rounds the number of windows up; torch leaves the last one out where it would lie in the padding alone. Where lengths are known the numbers
    // are torch's without rounding: nothing is to be rounded, or the padding at the end goes as far as the last window does.
    private static (bool Ceil, long[] Ends) Rounding(long[] from, long[] to, long[] reach, long[] stride, long[] pads, bool maximum)
    {
        long[] whole = [.. from.Select((length, i) => ((length + (2 * pads[i]) - reach[i]) / stride[i]) + 1)];
        return from.Contains(-1) || to.Contains(-1) ? (true, pads)
            : whole.AsSpan().SequenceEqual(to) ? (false, pads)
            : maximum ? (false, [.. to.Select((windows, i) => Math.Max(pads[i], ((windows - 1) * stride[i]) + reach[i] - from[i] - pads[i]))])
            : (true, pads);
    }

    private static void MaxPool(OperatorCall call)
    {
        int dimensions = Dimensions(call);
        bool indices = call.Results.Length > 1;
        string[] pooled = call.Ops(
            "MaxPool", indices ? 2 : 1, [Batched(call, dimensions)], [.. Window(call, dimensions), ("dilations", ConvolutionOperators.Spread(call, "dilation", dimensions, 1))]);
        if (!indices)
        {
            call.Return(Unbatched(call, pooled[0], dimensions));
            return;
        }

        // ONNX counts places through the whole tensor, torch in each plane.
        string plane = call.Whole(1);
        for (int i = 0; i < dimensions; i++)
        {
            plane = call.Op("Mul", [plane, call.SizeName(call[0], call[0].Rank - 1 - i)]);
        }

        call.Return(Unbatched(call, pooled[0], dimensions), Unbatched(call, call.Op("Mod", [pooled[1], plane]), dimensions));
    }

    private static void AveragePool(OperatorCall call)
    {
        int dimensions = Dimensions(call);
        var window = Window(call, dimensions);
        bool counts = call.Bool("count_include_pad", true);
        double? divisor = call.Has("divisor_override") ? call.Double("divisor_override") : null;
        if (divisor is not null && (call.Bool("ceil_mode") || !counts))
        {
            throw OperatorCall.No("divisor_override with ceil_mode or without count_include_pad");
        }

        string pooled = call.Op("AveragePool", [Batched(call, dimensions)], [.. window, ("count_include_pad", counts ? 1L : 0L)]);
        if (divisor is { } given)
        {
            long elements = ((long[])window[1].Value).Aggregate(1L, (product, length) => product * length);
            pooled = call.Op("Mul", [pooled, call.Number(elements / given, call.Type)]);
        }

        call.Return(Unbatched(call, pooled, dimensions));
    }

    private static void Adaptive(OperatorCall call, bool maximum)
    {
        int dimensions = Dimensions(call);
        TracedValue input = call[0];
        long[] from = input.Shape[^dimensions..];
        long[] to = call.Result.Shape[^dimensions..];
        string name = call.As(input, call.Type);
        if (input.Rank == dimensions + 2 && Array.TrueForAll(to, length => length == 1))
        {
            call.Return(call.Op(maximum ? "GlobalMaxPool" : "GlobalAveragePool", [name]));
            return;
        }

        if (input.Rank == dimensions + 2 && Enumerable.Range(0, dimensions).All(i => from[i] > 0 && to[i] > 0 && from[i] % to[i] == 0))
        {
            long[] kernel = [.. from.Zip(to, (whole, parts) => whole / parts)];
            call.Return(call.Op(maximum ? "MaxPool" : "AveragePool", [name], ("kernel_shape", kernel), ("strides", kernel)));
            return;
        }

        for (int i = 0; i < dimensions; i++)
        {
            name = AlongOne(call, name, input.Rank - dimensions + i, from[i], to[i], maximum);
        }

        call.Return(name);
    }

    // Windows of adaptive pooling overlap where the lengths do not divide: one dimension after the other, window by window.
    private static string AlongOne(OperatorCall call, string name, long axis, long from, long to, bool maximum)
    {
        string reduction = maximum ? "ReduceMax" : "ReduceMean";
        if (to == 1 || from == to)
        {
            return to == 1 ? ReductionOperators.Reduce(call, reduction, name, [axis], keep: true) : name;
        }

        if (from < 0 || to < 0)
        {
            throw OperatorCall.No("along a dynamic axis it can only give one element");
        }

        var parts = new string[to];
        for (long i = 0; i < to; i++)
        {
            long start = i * from / to;
            long end = (((i + 1) * from) + to - 1) / to;
            parts[i] = ReductionOperators.Reduce(
                call, reduction, call.Op("Slice", [name, call.Whole(start), call.Whole(end), call.Whole(axis)]), [axis], keep: true);
        }

        return call.Op("Concat", parts, ("axis", axis));
    }
}
