using TorchSharp.Interop;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // libtorch 2 has an operator of its own, which picks the fastest kernel at hand; older ones compose it below.
            private static readonly bool HasFusedAttention = OpTable.TryResolve("aten::scaled_dot_product_attention", "", out _) == 0;

            /// <summary>
            /// Attention: softmax of (query keyᵀ / sqrt(E)) plus the mask, times the values. Python's <c>scaled_dot_product_attention</c> of 2.x.
            /// </summary>
            /// <param name="query">(..., L, E).</param>
            /// <param name="key">(..., S, E).</param>
            /// <param name="value">(..., S, V).</param>
            /// <param name="attn_mask">Broadcasts to (..., L, S): booleans (true takes part) or numbers to add; default none.</param>
            /// <param name="p">The probability that a weight is dropped; default 0.</param>
            /// <param name="is_casual">Whether a position sees itself and earlier ones only; goes with no mask. Default false.</param>
            /// <param name="scale">What products of query and key are multiplied by; default 1 / sqrt(E).</param>
            /// <param name="enable_gqa">
            /// Whether keys and values, (..., heads, S, E), have fewer heads than the queries and each of them serves several; default false.
            /// </param>
            /// <returns>(..., L, V).</returns>
            /// <exception cref="ArgumentException">A mask is given as well as <paramref name="is_casual"/>, or the heads do not divide.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false, double? scale = null,
                bool enable_gqa = false)
            {
                ArgumentNullException.ThrowIfNull(query);
                ArgumentNullException.ThrowIfNull(key);
                ArgumentNullException.ThrowIfNull(value);
                ThrowIfNoProbability(p);
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("Causal attention makes its own mask; give attn_mask or is_casual, not both.", nameof(attn_mask));
                }

                using var scope = NewDisposeScope();
                if (enable_gqa)
                {
                    (key, value) = (Shared(key, query), Shared(value, query));
                }

                var attended = HasFusedAttention
                    ? aten.scaled_dot_product_attention(query, key, value, attn_mask, p, is_casual, scale)
                    : ComposedAttention(query, key, value, attn_mask, p, is_casual, scale);
                return attended.MoveToOuterDisposeScope();
            }

            private static Tensor ComposedAttention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask, double p, bool is_causal, double? scale)
            {
                var scaled = aten.mul_Scalar(query, scale ?? 1 / Math.Sqrt(query.size(-1)));
                var scores = aten.matmul(scaled, aten.transpose_int(key, -2, -1));
                if (is_causal)
                {
                    attn_mask = aten.tril(aten.ones([query.size(-2), key.size(-2)], ScalarType.Bool, null, query.device));
                }

                if (attn_mask is not null)
                {
                    scores = attn_mask.dtype == ScalarType.Bool
                        ? aten.masked_fill_Scalar(scores, aten.logical_not(attn_mask), double.NegativeInfinity)
                        : aten.add_Tensor(scores, attn_mask);
                }

                var weights = aten.softmax_int(scores, -1);
                return aten.matmul(p > 0 ? dropout(weights, p) : weights, value);
            }

            /// <summary>Keys or values repeated for every query head that they serve.</summary>
            private static Tensor Shared(Tensor heads, Tensor query)
            {
                if (heads.dim() < 3 || query.dim() < 3 || heads.size(-3) == 0 || query.size(-3) % heads.size(-3) != 0)
                {
                    throw new ArgumentException(
                        $"Queries {Modules.Repr.Shape(query)} cannot share the heads of {Modules.Repr.Shape(heads)} evenly: the number of query " +
                        "heads (third dimension from the end) has to be a multiple of that of keys and values.", nameof(query));
                }

                return aten.repeat_interleave_self_int(heads, query.size(-3) / heads.size(-3), heads.dim() - 3);
            }
        }
    }
}
