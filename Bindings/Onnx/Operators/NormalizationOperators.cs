using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Normalization over batches, instances, groups and layers.</summary>
internal static class NormalizationOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::batch_norm"] = BatchNorm,
        ["aten::native_batch_norm"] = BatchNorm,
        ["aten::_native_batch_norm_legit_no_training"] = BatchNorm,
        ["aten::instance_norm"] = InstanceNorm,
        ["aten::group_norm"] = GroupNorm,
        ["aten::layer_norm"] = LayerNorm,
        ["aten::native_layer_norm"] = LayerNorm,
        ["aten::rms_norm"] = RmsNorm,
    };

    /// <summary>Layer normalization over the last dimensions.</summary>
    internal static string Layer(OperatorCall call, string input, long[] lengths, string? weight, string? bias, double eps) => call.Op(
        "LayerNormalization", [input, weight ?? Filled(call, 1, lengths), bias], ("axis", (long)-lengths.Length), ("epsilon", (float)eps));

    private static string Filled(OperatorCall call, double value, params long[] shape) => call.Initializer(full(shape, value, call.Type));

    private static string? Optional(OperatorCall call, string argument) => call.Has(argument) ? call.As(argument, call.Type) : null;

    private static void BatchNorm(OperatorCall call)
    {
        TracedValue input = call[0];
        if (call.Bool("training") || !call.Has("running_mean"))
        {
            long[] axes = [.. Enumerable.Range(0, input.Rank).Where(axis => axis != 1).Select(axis => (long)axis)];
            call.Return(Affine(call, Standardized(call, call.As(input, call.Type), axes), input.Rank, input.Shape[1]));
            return;
        }

        long channels = call["running_mean"].FirstShape[0];
        call.Return(call.Op(
            "BatchNormalization",
            [call.As(input, call.Type), Optional(call, "weight") ?? Filled(call, 1, channels), Optional(call, "bias") ?? Filled(call, 0, channels), call.As("running_mean", call.Type), call.As("running_var", call.Type)],
            ("epsilon", (float)call.Double("eps"))));
    }

    private static string Standardized(OperatorCall call, string input, long[] axes)
    {
        string centered = call.Op("Sub", [input, ReductionOperators.Reduce(call, "ReduceMean", input, axes, keep: true)]);
        string variance = ReductionOperators.Reduce(call, "ReduceMean", call.Op("Mul", [centered, centered]), axes, keep: true);
        return call.Op("Div", [centered, call.Op("Sqrt", [call.Op("Add", [variance, call.Number(call.Double("eps"), call.Type)])])]);
    }

    private static string Affine(OperatorCall call, string name, int rank, long channels)
    {
        string shape = call.Whole([channels, .. Enumerable.Repeat(1L, rank - 2)]);
        name = Optional(call, "weight") is { } weight ? call.Op("Mul", [name, call.Op("Reshape", [weight, shape])]) : name;
        return Optional(call, "bias") is { } bias ? call.Op("Add", [name, call.Op("Reshape", [bias, shape])]) : name;
    }

    private static void InstanceNorm(OperatorCall call)
    {
        if (!call.Bool("use_input_stats", true))
        {
            BatchNorm(call);
            return;
        }

        long channels = call[0].Shape[1];
        call.Return(call.Op(
            "InstanceNormalization", [call.As(call[0], call.Type), Optional(call, "weight") ?? Filled(call, 1, channels), Optional(call, "bias") ?? Filled(call, 0, channels)],
            ("epsilon", (float)call.Double("eps"))));
    }

    // Each group becomes a channel; what the layer learned is put on afterwards.
    private static void GroupNorm(OperatorCall call)
    {
        TracedValue input = call[0];
        long groups = call.Long("num_groups");
        string flat = call.Op("Reshape", [call.As(input, call.Type), call.Whole(0, groups, -1)]);
        string normal = call.Op("InstanceNormalization", [flat, Filled(call, 1, groups), Filled(call, 0, groups)], ("epsilon", (float)call.Double("eps")));
        call.Return(Affine(call, call.Op("Reshape", [normal, call.ShapeName(input)]), input.Rank, input.Shape[1]));
    }

    private static void LayerNorm(OperatorCall call) => call.Return(Layer(
        call, call.As(call[0], call.Type), call.Longs("normalized_shape"), Optional(call, "weight"), Optional(call, "bias"), call.Double("eps")));

    private static void RmsNorm(OperatorCall call)
    {
        string input = call.As(call[0], call.Type);
        long[] axes = [.. Enumerable.Range(1, call.Longs("normalized_shape").Length).Select(axis => (long)-axis)];
        double eps = call.Double("eps", call.Type == ScalarType.Float64 ? double.BitIncrement(1) - 1 : float.BitIncrement(1) - 1);
        string mean = ReductionOperators.Reduce(call, "ReduceMean", call.Op("Mul", [input, input]), axes, keep: true);
        string normal = call.Op("Div", [input, call.Op("Sqrt", [call.Op("Add", [mean, call.Number(eps, call.Type)])])]);
        call.Return(Optional(call, "weight") is { } weight ? call.Op("Mul", [normal, weight]) : normal);
    }
}
