using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Products of matrices and what is made of them.</summary>
internal static class MatrixOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::linear"] = call => call.Return(Linear(call, call.As(call[0], call.Type), call[0].Rank, call["weight"], call.Find("bias"))),
        ["aten::matmul"] = Product,
        ["aten::mm"] = Product,
        ["aten::bmm"] = Product,
        ["aten::mv"] = Product,
        ["aten::dot"] = Product,
        ["aten::vdot"] = Product,
        ["aten::inner"] = call => call.Return(call.Op("MatMul", [call.As(call[0], call.Type), Transposed(call, call.As(call[1], call.Type), call[1].Rank)])),
        ["aten::outer"] = Outer,
        ["aten::ger"] = Outer,
        ["aten::addmm"] = AddMm,
        ["aten::addmv"] = call => Added(call, "mat", "vec"),
        ["aten::baddbmm"] = call => Added(call, "batch1", "batch2"),
        ["aten::einsum"] = Einsum,
        ["aten::bilinear"] = Bilinear,
        ["aten::cosine_similarity"] = Cosine,
        ["aten::pairwise_distance"] = call => call.Return(Distance(
            call, call.Op("Add", [call.Op("Sub", [call.As("x1", call.Type), call.As("x2", call.Type)]), call.Number(call.Double("eps"), call.Type)]),
            call.Bool("keepdim"))),
        ["aten::cdist"] = call => call.Return(Distance(
            call, call.Op("Sub", [call.Op("Unsqueeze", [call.As("x1", call.Type), call.Whole(-2)]), call.Op("Unsqueeze", [call.As("x2", call.Type), call.Whole(-3)])]),
            keep: false)),
    };

    /// <summary>A linear layer.</summary>
    internal static string Linear(OperatorCall call, string input, int rank, TracedValue weight, TracedValue? bias)
    {
        string? added = bias is null or { IsNone: true } ? null : call.As(bias, call.Type);
        if (rank == 2 && weight.Rank == 2)
        {
            return call.Op("Gemm", [input, call.As(weight, call.Type), added], ("transB", 1L));
        }

        string product = call.Op("MatMul", [input, Transposed(call, call.As(weight, call.Type), weight.Rank)]);
        return added is null ? product : call.Op("Add", [product, added]);
    }

    /// <summary>The last two dimensions exchanged.</summary>
    internal static string Transposed(OperatorCall call, string name, int rank) => rank < 2
        ? name
        : call.Op("Transpose", [name], ("perm", (long[])[.. Enumerable.Range(0, rank - 2).Select(axis => (long)axis), rank - 1, rank - 2]));

    private static void Product(OperatorCall call) => ArithmeticOperators.Pair(call, "MatMul");

    private static void Outer(OperatorCall call) => call.Return(call.Op(
        "Mul", [call.Op("Unsqueeze", [call.As(call[0], call.Type), call.Whole(1)]), call.Op("Unsqueeze", [call.As(call[1], call.Type), call.Whole(0)])]));

    private static void AddMm(OperatorCall call)
    {
        if (!is_floating_point(call.Type))
        {
            Added(call, "mat1", "mat2");
            return;
        }

        call.Return(call.Op(
            "Gemm", [call.As("mat1", call.Type), call.As("mat2", call.Type), call.As("self", call.Type)],
            ("alpha", (float)call.Double("alpha", 1)), ("beta", (float)call.Double("beta", 1))));
    }

    private static void Added(OperatorCall call, string one, string other)
    {
        string product = call.Op("MatMul", [call.As(one, call.Type), call.As(other, call.Type)]);
        call.Return(call.Op("Add", [Scaled(call, call.As("self", call.Type), "beta"), Scaled(call, product, "alpha")]));
    }

    private static string Scaled(OperatorCall call, string name, string factor) =>
        call.Double(factor, 1) is not 1 and var scale ? call.Op("Mul", [name, call.Number(scale, call.Type)]) : name;

    private static void Einsum(OperatorCall call)
    {
        string[] operands = [.. call["tensors"].Items!.Select(item => call.As(item, call.Type))];
        call.Return(call.Op("Einsum", operands, ("equation", call.Text("equation").Replace(" ", "", StringComparison.Ordinal))));
    }

    private static void Bilinear(OperatorCall call)
    {
        string one = call.Op("MatMul", [call.Op("Unsqueeze", [call.Op("Unsqueeze", [call.As("input1", call.Type), call.Whole(-2)]), call.Whole(-2)]), call.As("weight", call.Type)]);
        string other = call.Op("Unsqueeze", [call.Op("Unsqueeze", [call.As("input2", call.Type), call.Whole(-2)]), call.Whole(-2)]);
        string both = ReductionOperators.Reduce(call, "ReduceSum", call.Op("Mul", [one, other]), [-1], keep: false);
        both = call.Op("Squeeze", [both, call.Whole(-1)]);
        call.Return(call.Has("bias") ? call.Op("Add", [both, call.As("bias", call.Type)]) : both);
    }

    private static void Cosine(OperatorCall call)
    {
        string one = call.As("x1", call.Type);
        string other = call.As("x2", call.Type);
        int rank = Math.Max(call["x1"].Rank, call["x2"].Rank);
        long[] axes = [OperatorCall.Wrap(call.Long("dim", 1), rank) - rank];
        string eps = call.Number(call.Double("eps", 1e-8), call.Type);
        string Length(string name) => call.Op("Max", [ReductionOperators.Reduce(call, "ReduceL2", name, axes, keep: false), eps]);
        string product = ReductionOperators.Reduce(call, "ReduceSum", call.Op("Mul", [one, other]), axes, keep: false);
        call.Return(call.Op("Div", [product, call.Op("Mul", [Length(one), Length(other)])]));
    }

    private static string Distance(OperatorCall call, string difference, bool keep)
    {
        double p = call.Double("p", 2);
        string magnitude = call.Op("Abs", [difference]);
        return p switch
        {
            1 => ReductionOperators.Reduce(call, "ReduceL1", difference, [-1], keep),
            2 => ReductionOperators.Reduce(call, "ReduceL2", difference, [-1], keep),
            double.PositiveInfinity => ReductionOperators.Reduce(call, "ReduceMax", magnitude, [-1], keep),
            _ => call.Op("Pow", [ReductionOperators.Reduce(call, "ReduceSum", call.Op("Pow", [magnitude, call.Number(p, call.Type)]), [-1], keep), call.Number(1 / p, call.Type)]),
        };
    }
}
