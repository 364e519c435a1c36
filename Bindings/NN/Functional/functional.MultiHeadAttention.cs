using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Attention of several heads (Vaswani et al., 2017): projects queries, keys and values, attends in each head, and projects the heads'
            /// results back. Python's <c>multi_head_attention_forward</c>; <see cref="Modules.MultiheadAttention"/> holds the weights.
            /// </summary>
            /// <param name="query">(L, N, E), or (L, E) without a batch.</param>
            /// <param name="key">(S, N, E), or (S, E); of kdim features where the projections are separate.</param>
            /// <param name="value">(S, N, E), or (S, E); of vdim features where the projections are separate.</param>
            /// <param name="embed_dim_to_check">E.</param>
            /// <param name="num_heads">The number of heads; it divides E.</param>
            /// <param name="in_proj_weight">The projections in one, (3 E, E); unused where they are separate.</param>
            /// <param name="in_proj_bias">(3 E), or null.</param>
            /// <param name="bias_k">A key that every sequence gets at its end, (1, 1, E), or null.</param>
            /// <param name="bias_v">The value that goes with it, or null.</param>
            /// <param name="add_zero_attn">Whether every sequence gets a key and a value of zeros at its end.</param>
            /// <param name="dropout_p">The probability that a weight is dropped in training.</param>
            /// <param name="out_proj_weight">The projection back, (E, E).</param>
            /// <param name="out_proj_bias">(E), or null.</param>
            /// <param name="training">Whether weights are dropped; default true.</param>
            /// <param name="key_padding_mask">(N, S), or (S): booleans (true leaves a key out) or numbers to add; default none.</param>
            /// <param name="need_weights">Whether the weights are a result too; default true.</param>
            /// <param name="attn_mask">(L, S), or (N heads, L, S): booleans (true leaves a key out) or numbers to add; default none.</param>
            /// <param name="use_separate_proj_weight">Whether the three weights that follow take the place of the one; default false.</param>
            /// <param name="q_proj_weight">(E, E).</param>
            /// <param name="k_proj_weight">(E, kdim).</param>
            /// <param name="v_proj_weight">(E, vdim).</param>
            /// <param name="static_k">Projected keys that take the place of those computed: (N heads, S, E / heads); default none.</param>
            /// <param name="static_v">Projected values that take the place of those computed: (N heads, S, E / heads); default none.</param>
            /// <param name="average_attn_weights">Whether the weights are the heads' mean; default true.</param>
            /// <returns>
            /// (L, N, E), and the weights: (N, L, S), or (N, heads, L, S) if not averaged, or null if not asked for; without a batch no N.
            /// </returns>
            /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
            public static (Tensor attn_output, Tensor? attn_output_weights) multi_head_attention_forward(
                Tensor query, Tensor key, Tensor value, long embed_dim_to_check, long num_heads, Tensor? in_proj_weight, Tensor? in_proj_bias,
                Tensor? bias_k, Tensor? bias_v, bool add_zero_attn, double dropout_p, Tensor out_proj_weight, Tensor? out_proj_bias,
                bool training = true, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null,
                bool use_separate_proj_weight = false, Tensor? q_proj_weight = null, Tensor? k_proj_weight = null, Tensor? v_proj_weight = null,
                Tensor? static_k = null, Tensor? static_v = null, bool average_attn_weights = true)
            {
                using var scope = NewDisposeScope();
                var batched = AttentionShapes.IsBatched(query, key, value, embed_dim_to_check, num_heads);
                if (!batched)
                {
                    (query, key, value) = Alike(query, key, value, x => aten.unsqueeze(x, 1));
                    key_padding_mask = key_padding_mask is null ? null : aten.unsqueeze(key_padding_mask, 0);
                }

                var (targets, batch, width) = (query.size(0), query.size(1), query.size(2));
                var (q, k, v) = use_separate_proj_weight
                    ? ProjectSeparately(query, key, value, q_proj_weight, k_proj_weight, v_proj_weight, in_proj_bias)
                    : ProjectTogether(query, key, value, in_proj_weight, in_proj_bias);
                var mask = new AttentionMask(attn_mask, key_padding_mask, batch, num_heads, targets, static_k?.size(1) ?? key.size(0), q.dtype);
                if (bias_k is not null && bias_v is not null)
                {
                    k = aten.cat([k, aten.expand(bias_k, [1, batch, width])]);
                    v = aten.cat([v, aten.expand(bias_v, [1, batch, width])]);
                    mask.AddKey();
                }

                q = Heads(q, num_heads);
                k = static_k ?? Heads(k, num_heads);
                v = static_v ?? Heads(v, num_heads);
                if (add_zero_attn)
                {
                    k = WithZeros(k);
                    v = WithZeros(v);
                    mask.AddKey();
                }

                var scaled = aten.div_Scalar(q, Math.Sqrt((double)width / num_heads));
                var keys = aten.transpose_int(k, -2, -1);
                var scores = mask.Merged() is { } added ? aten.baddbmm(added, scaled, keys) : aten.bmm(scaled, keys);
                var weights = dropout(aten.softmax_int(scores, -1), dropout_p, training);
                var together = aten.reshape(aten.transpose_int(aten.bmm(weights, v), 0, 1), [targets, batch, width]);
                var output = aten.linear(together, out_proj_weight, out_proj_bias);
                return (
                    (batched ? output : aten.squeeze_dim(output, 1)).MoveToOuterDisposeScope(),
                    need_weights ? WeightsAsAsked(weights, batch, num_heads, average_attn_weights, batched).MoveToOuterDisposeScope() : null);
            }

            /// <summary>Does the same to three tensors, and once only to those that are the same object.</summary>
            internal static (Tensor, Tensor, Tensor) Alike(Tensor query, Tensor key, Tensor value, Func<Tensor, Tensor> change)
            {
                var q = change(query);
                var k = ReferenceEquals(key, query) ? q : change(key);
                var v = ReferenceEquals(value, key) ? k : ReferenceEquals(value, query) ? q : change(value);
                return (q, k, v);
            }

            private static (Tensor, Tensor, Tensor) ProjectSeparately(
                Tensor query, Tensor key, Tensor value, Tensor? q_weight, Tensor? k_weight, Tensor? v_weight, Tensor? bias)
            {
                if (q_weight is null || k_weight is null || v_weight is null)
                {
                    throw new ArgumentException("Separate projections take q_proj_weight, k_proj_weight and v_proj_weight; one is null.");
                }

                var biases = bias is null ? null : aten.chunk(bias, 3);
                return (
                    aten.linear(query, q_weight, biases?[0]), aten.linear(key, k_weight, biases?[1]), aten.linear(value, v_weight, biases?[2]));
            }

            private static (Tensor, Tensor, Tensor) ProjectTogether(Tensor query, Tensor key, Tensor value, Tensor? weight, Tensor? bias)
            {
                ArgumentNullException.ThrowIfNull(weight, "in_proj_weight");
                if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
                {
                    var all = aten.chunk(aten.linear(query, weight, bias), 3, -1);
                    return (all[0], all[1], all[2]);
                }

                var weights = aten.chunk(weight, 3);
                return ProjectSeparately(query, key, value, weights[0], weights[1], weights[2], bias);
            }

            /// <summary>(L, N, E) as (N heads, L, E / heads).</summary>
            private static Tensor Heads(Tensor projected, long heads) => aten.transpose_int(
                aten.reshape(projected, [projected.size(0), projected.size(1) * heads, projected.size(2) / heads]), 0, 1);

            private static Tensor WithZeros(Tensor heads) =>
                aten.cat([heads, aten.zeros([heads.size(0), 1, heads.size(2)], heads.dtype, null, heads.device)], 1);

            private static Tensor WeightsAsAsked(Tensor weights, long batch, long heads, bool average, bool batched)
            {
                var split = aten.reshape(weights, [batch, heads, weights.size(1), weights.size(2)]);
                var asked = average ? aten.mean_dim(split, [1]) : split;
                return batched ? asked : aten.squeeze_dim(asked, 0);
            }
        }
    }
}
