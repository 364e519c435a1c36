using Bindings.Tests.NN.Golden;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class AttentionGoldenTests
{
    private const ScalarType Wide = ScalarType.Float64;

    private static readonly GoldenFile File = new("attention.json", Cases());

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);

    private static Dictionary<string, Func<Subject>> Cases()
    {
        var cases = new Dictionary<string, Func<Subject>>
        {
            ["attention"] = () => Three(MultiheadAttention(4, 2)),
            ["attention_itself"] = () => Itself(MultiheadAttention(4, 2)),
            ["attention_key_is_value"] = () => On(MultiheadAttention(4, 2), (m, x) => Results.Of(m.call(x[0], x[1], x[1]))),
            ["attention_no_weights"] = () => Itself(MultiheadAttention(4, 2), need: false),
            ["attention_each_head"] = () => Itself(MultiheadAttention(4, 2), average: false),
            ["attention_no_bias"] = () => Itself(MultiheadAttention(4, 2, bias: false)),
            ["attention_sizes"] = () => Three(MultiheadAttention(4, 2, kdim: 3, vdim: 5)),
            ["attention_sizes_no_bias"] = () => Three(MultiheadAttention(4, 2, bias: false, kdim: 3, vdim: 4)),
            ["attention_bias_kv"] = () => Three(MultiheadAttention(4, 2, add_bias_kv: true)),
            ["attention_zero"] = () => Itself(MultiheadAttention(4, 2, add_zero_attn: true)),
            ["attention_all_added"] = () => Itself(MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true, batch_first: true), padding: 1, mask: 2),
            ["attention_padding"] = () => Itself(MultiheadAttention(4, 2), padding: 1),
            ["attention_mask"] = () => Itself(MultiheadAttention(4, 2, batch_first: true), mask: 1),
            ["attention_mask_added"] = () => Itself(MultiheadAttention(4, 2), mask: 1),
            ["attention_mask_numbers"] = () => Itself(MultiheadAttention(4, 2), mask: 1),
            ["attention_mask_heads"] = () => Itself(MultiheadAttention(4, 2), mask: 1, average: false),
            ["attention_both_masks"] = () => Itself(MultiheadAttention(4, 2), padding: 1, mask: 2),
            ["attention_both_masks_added"] = () => Itself(MultiheadAttention(4, 2), padding: 1, mask: 2),
            ["attention_alone"] = () => Three(MultiheadAttention(4, 2)),
            ["attention_alone_masked"] = () => Itself(MultiheadAttention(4, 2, batch_first: true), padding: 1, mask: 2),
            ["attention_dropout"] = () => Itself(MultiheadAttention(4, 2, dropout: 0.5)),
            ["attention_one"] = () => Itself(MultiheadAttention(4, 2)),
            ["attention_empty_batch"] = () => Itself(MultiheadAttention(4, 2)),
            ["attention_float64"] = () => Three(MultiheadAttention(4, 2, dtype: Wide)),
            ["attention_sizes_float64"] = () => Three(MultiheadAttention(4, 2, add_bias_kv: true, kdim: 3, vdim: 2, dtype: Wide)),
            ["attention_fast"] = () => Fast(Itself(MultiheadAttention(4, 2, batch_first: true))),
            ["attention_fast_each_head"] = () => Fast(Itself(MultiheadAttention(4, 2, batch_first: true), average: false)),
            ["attention_fast_no_weights"] = () => Fast(Itself(MultiheadAttention(4, 2, batch_first: true), need: false)),
            ["attention_fast_padding"] = () => Fast(Itself(MultiheadAttention(4, 2, batch_first: true), padding: 1)),
            ["attention_fast_float64"] = () => Fast(Itself(MultiheadAttention(4, 2, batch_first: true, dtype: Wide))),
            ["multi_head_attention_forward"] = () => Of(x => Functional(x)),
            ["multi_head_attention_forward_float64"] = () => Of(x => Functional(x)),
            ["multi_head_attention_forward_separate"] = () => Of(x => Results.Together(functional.multi_head_attention_forward(
                x[0], x[1], x[2], 4, 2, null, x[6], x[7], x[8], true, 0, x[9], null, need_weights: false, use_separate_proj_weight: true,
                q_proj_weight: x[3], k_proj_weight: x[4], v_proj_weight: x[5]).attn_output)),
            ["multi_head_attention_forward_static"] = () => Of(x => Both(functional.multi_head_attention_forward(
                x[0], x[0], x[0], 4, 2, x[1], null, null, null, false, 0, x[2], null, static_k: x[3], static_v: x[4], average_attn_weights: false))),
            ["encoder_layer"] = () => Encoding(EncoderLayer()),
            ["encoder_layer_norm_first"] = () => Encoding(EncoderLayer(norm_first: true, activation: Activations.GELU, eps: 1e-3)),
            ["encoder_layer_function"] = () => Encoding(TransformerEncoderLayer(4, 2, 6, 0.0, x => x.tanh(), batch_first: true)),
            ["encoder_layer_masks"] = () => Encoding(EncoderLayer(batch_first: true), mask: 1, padding: 2),
            ["encoder_layer_alone"] = () => Encoding(EncoderLayer(), mask: 1),
            ["encoder_layer_dropout"] = () => Encoding(EncoderLayer(dropout: 0.4)),
            ["encoder_layer_float64"] = () => Encoding(EncoderLayer(batch_first: true, dtype: Wide)),
            ["encoder_layer_eval"] = () => Encoding(EncoderLayer(dropout: 0.3)),
            ["encoder_layer_fast"] = () => Fast(Encoding(EncoderLayer(batch_first: true))),
            ["encoder_layer_fast_norm_first"] = () =>
                Fast(Encoding(EncoderLayer(batch_first: true, norm_first: true, activation: Activations.GELU))),
            ["encoder_layer_fast_padding"] = () => Fast(Encoding(EncoderLayer(batch_first: true), padding: 1)),
            ["encoder"] = () => Encoding(Encoder()),
            ["encoder_norm"] = () => Encoding(Encoder(norm: true), mask: 1, padding: 2),
            ["encoder_float64"] = () => Encoding(Encoder(norm: true, dtype: Wide)),
            ["encoder_fast"] = () => Fast(Encoding(Encoder())),
            ["encoder_fast_padding"] = () => Fast(Encoding(Encoder(norm: true), padding: 1)),
            ["encoder_fast_gap"] = () => Fast(Encoding(Encoder(), padding: 1)),
            ["encoder_fast_cut"] = () => Fast(Encoding(Encoder(), padding: 1)),
            ["decoder_layer"] = () => On(DecoderLayer(), (m, x) => m.call(x[0], x[1])),
            ["decoder_layer_norm_first"] = () => On(
                DecoderLayer(norm_first: true, activation: Activations.GELU, batch_first: true), (m, x) => m.call(x[0], x[1], x[2], x[3], x[4], x[5])),
            ["decoder_layer_dropout"] = () => On(DecoderLayer(dropout: 0.4), (m, x) => m.call(x[0], x[1])),
            ["decoder_layer_float64"] = () => On(DecoderLayer(dtype: Wide), (m, x) => m.call(x[0], x[1])),
            ["decoder"] = () => On(TransformerDecoder(DecoderLayer(), 2, LayerNorm(4)), (m, x) => m.call(x[0], x[1], x[2])),
            ["transformer"] = () => On(Whole(), (m, x) => m.call(x[0], x[1])),
            ["transformer_masks"] = () => On(
                Whole(batch_first: true, norm_first: true, activation: Activations.GELU),
                (m, x) => m.call(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])),
            ["transformer_alone"] = () => On(Whole(), (m, x) => m.call(x[0], x[1], null, tgt_mask: x[2])),
            ["transformer_float64"] = () => On(Whole(dtype: Wide), (m, x) => m.call(x[0], x[1])),
            ["transformer_fast"] = () => Fast(On(
                Whole(batch_first: true), (m, x) => m.call(x[0], x[1], null, src_key_padding_mask: x[2], memory_key_padding_mask: x[2]))),
            ["generate_square_subsequent_mask"] = () => Subject.Of(x => x + TorchSharp.Modules.Transformer.generate_square_subsequent_mask(3)),
        };
        foreach (var suffix in (string[])["", "_float64"])
        {
            cases[$"dot_product{suffix}"] = () => Subject.Of((q, k, v) => functional.scaled_dot_product_attention(q, k, v));
            cases[$"dot_product_mask{suffix}"] = () => Subject.Of((q, k, v, m) => functional.scaled_dot_product_attention(q, k, v, m));
            cases[$"dot_product_bias{suffix}"] = () => Subject.Of((q, k, v, m) => functional.scaled_dot_product_attention(q, k, v, m));
            cases[$"dot_product_scale{suffix}"] = () => Subject.Of((q, k, v) => functional.scaled_dot_product_attention(q, k, v, scale: 0.3));
            cases[$"dot_product_shared_heads{suffix}"] = () =>
                Subject.Of((q, k, v) => functional.scaled_dot_product_attention(q, k, v, enable_gqa: true));
        }

        return cases;
    }

    private static Subject On<TModule>(TModule module, Func<TModule, Tensor[], Tensor> run)
        where TModule : Module => new(module, x => run(module, x));

    private static Subject Of(Func<Tensor[], Tensor> run) => new(null, run);

    private static Subject Three(MultiheadAttention attention) => On(attention, (m, x) => Results.Of(m.call(x[0], x[1], x[2])));

    // Masks are given by their place among the inputs; 0 is none.
    private static Subject Itself(MultiheadAttention attention, int padding = 0, int mask = 0, bool need = true, bool average = true) =>
        On(attention, (m, x) => Results.Of(m.call(x[0], x[0], x[0], At(x, padding), need, At(x, mask), average)));

    private static Subject Encoding(TransformerEncoderLayer layer, int mask = 0, int padding = 0) =>
        On(layer, (m, x) => mask + padding == 0 ? m.call(x[0]) : m.call(x[0], At(x, mask), At(x, padding)));

    private static Subject Encoding(TransformerEncoder encoder, int mask = 0, int padding = 0) =>
        On(encoder, (m, x) => mask + padding == 0 ? m.call(x[0]) : m.call(x[0], At(x, mask), At(x, padding)));

    private static Tensor? At(Tensor[] inputs, int place) => place == 0 ? null : inputs[place];

    private static Subject Fast(Subject subject) => subject with
    {
        Run = x =>
        {
            using var quiet = no_grad();
            return subject.Run(x);
        },
    };

    private static Tensor Functional(Tensor[] x) =>
        Both(functional.multi_head_attention_forward(x[0], x[1], x[2], 4, 2, x[3], x[4], null, null, false, 0, x[5], x[6]));

    private static Tensor Both((Tensor output, Tensor? weights) results) => Results.Together(results.output, results.weights);

    private static TransformerEncoderLayer EncoderLayer(
        double dropout = 0, Activations activation = Activations.ReLU, double eps = 1e-5, bool batch_first = false, bool norm_first = false,
        ScalarType? dtype = null) => TransformerEncoderLayer(4, 2, 6, dropout, activation, eps, batch_first, norm_first, dtype: dtype);

    private static TransformerEncoder Encoder(bool norm = false, ScalarType? dtype = null) =>
        TransformerEncoder(EncoderLayer(batch_first: true, dtype: dtype), 2, norm ? LayerNorm(4, dtype: dtype) : null);

    private static TransformerDecoderLayer DecoderLayer(
        double dropout = 0, Activations activation = Activations.ReLU, bool batch_first = false, bool norm_first = false, ScalarType? dtype = null) =>
        TransformerDecoderLayer(4, 2, 6, dropout, activation, batch_first: batch_first, norm_first: norm_first, dtype: dtype);

    private static Transformer Whole(
        Activations activation = Activations.ReLU, bool batch_first = false, bool norm_first = false, ScalarType? dtype = null) =>
        Transformer(4, 2, 1, 2, 6, 0, activation, batch_first: batch_first, norm_first: norm_first, dtype: dtype);
}
