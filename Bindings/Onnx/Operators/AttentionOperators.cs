using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Attention, also the operators that libtorch has for whole layers in evaluation.</summary>
internal static class AttentionOperators
{
    private const long SourceMask = 0;
    private const long PaddingMask = 1;

    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::scaled_dot_product_attention"] = Scaled,
        ["aten::_scaled_dot_product_attention"] = Scaled,
        ["aten::_native_multi_head_attention"] = MultiHead,
        ["aten::_transformer_encoder_layer_fwd"] = EncoderLayer,
    };

    private static void Scaled(OperatorCall call)
    {
        TracedValue query = call["query"], key = call["key"];
        if (call.Find("enable_gqa") is not null && call.Bool("enable_gqa"))
        {
            throw OperatorCall.No("with grouped queries (enable_gqa)");
        }

        if (call.Double("dropout_p", 0) > 0)
        {
            throw OperatorCall.No("with dropout: call eval() before the module is traced");
        }

        double scale = call.Find("scale") is { IsNone: false } ? call.Double("scale") : 1 / Math.Sqrt(query.FirstShape[^1]);
        string scores = Scores(call, call.As(query, call.Type), call.As(key, call.Type), scale, query.Rank);
        if (call.Has("attn_mask"))
        {
            scores = Masked(call, scores, call["attn_mask"], keptWhereTrue: true);
        }

        if (call.Bool("is_causal"))
        {
            string shape = call.Op("Concat", [call.SizeName(query, query.Rank - 2), call.SizeName(key, key.Rank - 2)], ("axis", 0L));
            string ones = call.Op("Expand", [call.Number(1), shape]);
            string ahead = call.Cast(call.Op("Trilu", [ones, call.Number(1)], ("upper", 1L)), ScalarType.Bool);
            scores = call.Op("Where", [ahead, call.Number(double.NegativeInfinity, call.Type), scores]);
        }

        string weights = call.Op("Softmax", [scores], ("axis", -1L));
        string result = call.Op("MatMul", [weights, call.As("value", call.Type)]);
        if (call.Results.Length > 1)
        {
            call.Return(result, weights);
            return;
        }

        call.Return(result);
    }

    private static string Scores(OperatorCall call, string query, string key, double scale, int rank) =>
        call.Op("MatMul", [call.Op("Mul", [query, call.Number(scale, call.Type)]), MatrixOperators.Transposed(call, key, rank)]);

    private static string Masked(OperatorCall call, string scores, TracedValue mask, bool keptWhereTrue)
    {
        if (mask.Type != ScalarType.Bool)
        {
            return call.Op("Add", [scores, call.As(mask, call.Type)]);
        }

        string none = call.Number(double.NegativeInfinity, call.Type);
        return call.Op("Where", keptWhereTrue ? [call.Name(mask), scores, none] : [call.Name(mask), none, scores]);
    }

    private static void MultiHead(OperatorCall call)
    {
        bool same = call.Name("query") == call.Name("key") && call.Name("key") == call.Name("value");
        var (result, weights) = Attend(call, [call.As("query", call.Type), call.As("key", call.Type), call.As("value", call.Type)], "num_head", same);
        if (call.Bool("need_weights"))
        {
            call.Return(result, call.Bool("average_attn_weights") ? ReductionOperators.Reduce(call, "ReduceMean", weights, [1], keep: false) : weights);
            return;
        }

        call.Return(result);
    }

    // Batch first throughout: (batch, length, embedding).
    private static (string Result, string Weights) Attend(OperatorCall call, string[] inputs, string heads, bool same)
    {
        long count = call.Long(heads);
        long embedding = call.Long("embed_dim");
        TracedValue weight = call["qkv_weight"], bias = call["qkv_bias"];
        string[] matrices = call.Ops("Split", 3, [call.As(weight, call.Type), call.Whole(embedding, embedding, embedding)], ("axis", 0L));
        string[] shifts = call.Ops("Split", 3, [call.As(bias, call.Type), call.Whole(embedding, embedding, embedding)], ("axis", 0L));
        string[] parts =
        [
            .. inputs.Select((input, i) =>
            {
                string projected = call.Op("MatMul", [same ? inputs[0] : input, MatrixOperators.Transposed(call, matrices[i], 2)]);
                string split = call.Op("Reshape", [call.Op("Add", [projected, shifts[i]]), call.Whole(0, 0, count, embedding / count)]);
                return call.Op("Transpose", [split], ("perm", (long[])[0, 2, 1, 3]));
            }),
        ];
        string scores = Scores(call, parts[0], parts[1], 1 / Math.Sqrt((double)embedding / count), 4);
        if (call.Has("mask"))
        {
            scores = WithMask(call, scores);
        }

        string weights = call.Op("Softmax", [scores], ("axis", -1L));
        string joined = call.Op("Transpose", [call.Op("MatMul", [weights, parts[2]])], ("perm", (long[])[0, 2, 1, 3]));
        string result = call.Op("Reshape", [joined, call.Whole(0, 0, embedding)]);
        result = call.Op("MatMul", [result, MatrixOperators.Transposed(call, call.As("proj_weight", call.Type), 2)]);
        return (call.Op("Add", [result, call.As("proj_bias", call.Type)]), weights);
    }

    private static string WithMask(OperatorCall call, string scores)
    {
        TracedValue mask = call["mask"];
        long kind = call.Find("mask_type") is { IsNone: false } ? call.Long("mask_type") : mask.Rank == 4 ? 2 : SourceMask;
        if (kind == PaddingMask && mask.Rank == 2)
        {
            string name = call.Op("Unsqueeze", [call.As(mask, ScalarType.Bool), call.Whole(1, 2)]);
            return call.Op("Where", [name, call.Number(double.NegativeInfinity, call.Type), scores]);
        }

        return Masked(call, scores, mask, keptWhereTrue: false);
    }

    private static void EncoderLayer(OperatorCall call)
    {
        string source = call.As("src", call.Type);
        bool normFirst = call.Bool("norm_first");
        string Normal(string name, int which) => NormalizationOperators.Layer(
            call, name, [call.Long("embed_dim")], call.As($"norm_weight_{which}", call.Type), call.As($"norm_bias_{which}", call.Type), call.Double("eps"));

        string input = normFirst ? Normal(source, 1) : source;
        string attended = call.Op("Add", [Attend(call, [input, input, input], "num_heads", same: true).Result, source]);
        attended = normFirst ? attended : Normal(attended, 1);
        string inner = MatrixOperators.Linear(call, normFirst ? Normal(attended, 2) : attended, 3, call["ffn_weight_1"], call["ffn_bias_1"]);
        inner = call.Bool("use_gelu") ? ActivationOperators.Gelu(call, inner, "none") : call.Op("Relu", [inner]);
        string result = call.Op("Add", [MatrixOperators.Linear(call, inner, 3, call["ffn_weight_2"], call["ffn_bias_2"]), attended]);
        call.Return(normFirst ? result : Normal(result, 2));
    }
}
