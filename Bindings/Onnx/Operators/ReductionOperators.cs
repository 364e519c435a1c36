using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Sums, means, extremes and norms over dimensions.</summary>
internal static class ReductionOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::sum"] = call => Simple(call, "ReduceSum"),
        ["aten::mean"] = call => Simple(call, "ReduceMean"),
        ["aten::prod"] = call => Simple(call, "ReduceProd"),
        ["aten::amax"] = call => Simple(call, "ReduceMax"),
        ["aten::amin"] = call => Simple(call, "ReduceMin"),
        ["aten::logsumexp"] = call => Simple(call, "ReduceLogSumExp"),
        ["aten::max"] = call => Extreme(call, "Max"),
        ["aten::min"] = call => Extreme(call, "Min"),
        ["aten::argmax"] = call => Place(call, "ArgMax"),
        ["aten::argmin"] = call => Place(call, "ArgMin"),
        ["aten::any"] = call => Truth(call, "ReduceMax"),
        ["aten::all"] = call => Truth(call, "ReduceMin"),
        ["aten::count_nonzero"] = CountNonzero,
        ["aten::var"] = call => call.Return(Variance(call).Variance),
        ["aten::std"] = call => call.Return(call.Op("Sqrt", [Variance(call).Variance])),
        ["aten::var_mean"] = call =>
        {
            var (variance, mean) = Variance(call);
            call.Return(variance, mean);
        },
        ["aten::std_mean"] = call =>
        {
            var (variance, mean) = Variance(call);
            call.Return(call.Op("Sqrt", [variance]), mean);
        },
        ["aten::norm"] = Norm,
        ["aten::linalg_vector_norm"] = Norm,
        ["aten::frobenius_norm"] = Norm,
        ["aten::cumsum"] = call => call.Return(call[0].Rank == 0
            ? call.As("self", call.Type)
            : call.Op("CumSum", [call.As("self", call.Type), call.Number(call.Axis("dim", call[0].Rank))])),
    };

    /// <summary>A reduction over some dimensions, or over all.</summary>
    internal static string Reduce(OperatorCall call, string op, string name, long[]? axes, bool keep)
    {
        (string, object) keepdims = ("keepdims", keep ? 1L : 0L);
        return axes is null ? call.Op(op, [name], keepdims)
            : call.Opset >= 18 || op == "ReduceSum" ? call.Op(op, [name, call.Whole(axes)], keepdims)
            : call.Op(op, [name], keepdims, ("axes", axes));
    }

    /// <summary>The dimensions that an operator reduces, or null for all.</summary>
    internal static long[]? Axes(OperatorCall call)
    {
        long[]? given = call.Find("dim") is { IsNone: false } ? call.Longs("dim") : null;
        return call[0].Rank == 0 || given is not { Length: > 0 } ? null : [.. given.Select(axis => OperatorCall.Wrap(axis, call[0].Rank))];
    }

    private static bool Keep(OperatorCall call) => call.Find("keepdim") is not null && call.Bool("keepdim");

    private static void Simple(OperatorCall call, string op) => call.Return(Reduce(call, op, call.As(call[0], call.Type), Axes(call), Keep(call)));

    private static void Extreme(OperatorCall call, string kind)
    {
        if (call.Find("other") is not null || (call.Count == 2 && call[1].Type is not null && call.Find("dim") is null))
        {
            ArithmeticOperators.Pair(call, kind);
            return;
        }

        string self = call.As(call[0], call.Type);
        long[]? axes = Axes(call);
        string value = Reduce(call, $"Reduce{kind}", self, axes, Keep(call));
        if (call.Results.Length == 1)
        {
            call.Return(value);
            return;
        }

        call.Return(value, axes is null
            ? call.Number(0)
            : call.Op($"Arg{kind}", [self], ("axis", axes[0]), ("keepdims", Keep(call) ? 1L : 0L)));
    }

    private static void Place(OperatorCall call, string op)
    {
        string self = call.Name("self");
        self = call[0].Type == ScalarType.Bool ? call.Cast(self, ScalarType.Int32) : self;
        if (call.Has("dim") && call[0].Rank > 0)
        {
            call.Return(call.Op(op, [self], ("axis", call.Axis("dim", call[0].Rank)), ("keepdims", Keep(call) ? 1L : 0L)));
            return;
        }

        string place = call.Op(op, [call.Op("Reshape", [self, call.Whole(-1)])], ("axis", 0L), ("keepdims", 0L));
        call.Return(Keep(call) ? call.Op("Reshape", [place, call.Whole([.. Enumerable.Repeat(1L, call[0].Rank)])]) : place);
    }

    private static void Truth(OperatorCall call, string op)
    {
        string numbers = call.Cast(call.As(call[0], ScalarType.Bool), ScalarType.Int32);
        call.Return(call.Cast(Reduce(call, op, numbers, Axes(call), Keep(call)), call.Type));
    }

    private static void CountNonzero(OperatorCall call) =>
        call.Return(Reduce(call, "ReduceSum", call.Cast(call.As(call[0], ScalarType.Bool), ScalarType.Int64), Axes(call), keep: false));

    private static (string Variance, string Mean) Variance(OperatorCall call)
    {
        string self = call.As(call[0], call.Type);
        long[]? axes = Axes(call);
        string centered = call.Op("Sub", [self, Reduce(call, "ReduceMean", self, axes, keep: true)]);
        string sum = Reduce(call, "ReduceSum", call.Op("Mul", [centered, centered]), axes, Keep(call));
        string shape = call.ShapeName(call[0]);
        string count = Reduce(call, "ReduceProd", axes is null ? shape : call.Op("Gather", [shape, call.Whole(axes)], ("axis", 0L)), null, keep: false);
        double correction = call.Find("correction") is { IsNone: false } ? call.Double("correction") : call.Find("unbiased") is not null && !call.Bool("unbiased", true) ? 0 : 1;
        string divisor = call.Op("Sub", [call.Cast(count, call.Type), call.Number(correction, call.Type)]);
        return (call.Op("Div", [sum, divisor]), Reduce(call, "ReduceMean", self, axes, Keep(call)));
    }

    private static void Norm(OperatorCall call)
    {
        string self = call.As(call[0], call.Type);
        long[]? axes = Axes(call);
        string argument = call.Find("p") is not null ? "p" : "ord";
        double order = call.Find(argument) is null ? 2 : call.Double(argument, 2);
        string magnitude = call.Op("Abs", [self]);
        call.Return(order switch
        {
            1 => Reduce(call, "ReduceL1", self, axes, Keep(call)),
            2 => Reduce(call, "ReduceL2", self, axes, Keep(call)),
            double.PositiveInfinity => Reduce(call, "ReduceMax", magnitude, axes, Keep(call)),
            double.NegativeInfinity => Reduce(call, "ReduceMin", magnitude, axes, Keep(call)),
            0 => Reduce(call, "ReduceSum", call.Cast(call.Cast(self, ScalarType.Bool), call.Type), axes, Keep(call)),
            _ => call.Op("Pow", [Reduce(call, "ReduceSum", call.Op("Pow", [magnitude, call.Number(order, call.Type)]), axes, Keep(call)), call.Number(1 / order, call.Type)]),
        });
    }
}
