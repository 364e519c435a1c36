using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            /// <param name="x1">Any shape.</param>
            /// <param name="x2">A shape that broadcasts with the first.</param>
            /// <param name="dim">The dimension of the vectors; default 1.</param>
            /// <param name="eps">The least length divided by; default 1e-8.</param>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) => aten.cosine_similarity(x1, x2, dim, eps);

            /// <summary>The distance between vectors along the last dimension.</summary>
            /// <param name="input1">(N, D) or (D).</param>
            /// <param name="input2">(N, D) or (D).</param>
            /// <param name="p">The power of the norm; default 2.</param>
            /// <param name="eps">Added to each difference; default 1e-6.</param>
            /// <param name="keepdim">Whether the last dimension stays, with one entry; default false.</param>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                aten.pairwise_distance(input1, input2, p, eps, keepdim);

            /// <summary>The distances between all pairs of rows: the upper triangle without the diagonal, row by row.</summary>
            /// <param name="input">(N, D).</param>
            /// <param name="p">The power of the norm; default 2.</param>
            /// <returns>(N (N - 1) / 2).</returns>
            public static Tensor pdist(Tensor input, double p = 2.0) => aten.pdist(input, p);

            /// <summary>
            /// Attention: softmax of (query keyᵀ / sqrt(E)) plus the mask, times the values. Python's <c>scaled_dot_product_attention</c> of 2.x,
            /// composed of older
            /// operators so that every libtorch has it.
            /// </summary>
            /// <param name="query">(..., L, E).</param>
            /// <param name="key">(..., S, E).</param>
            /// <param name="value">(..., S, V).</param>
            /// <param name="attn_mask">Broadcasts to (..., L, S): booleans (true takes part) or numbers to add; default none.</param>
            /// <param name="p">The probability that a weight is dropped; default 0.</param>
            /// <param name="is_casual">Whether a position sees itself and earlier ones only; goes with no mask. Default false.</param>
            /// <returns>(..., L, V).</returns>
            /// <exception cref="ArgumentException">A mask is given as well as <paramref name="is_casual"/>.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("Causal attention makes its own mask; give attn_mask or is_casual, not both.", nameof(attn_mask));
                }

                using var scope = NewDisposeScope();
                var scaled = aten.div_Scalar(query, Math.Sqrt(query.size(-1)));
                var scores = aten.matmul(scaled, aten.transpose_int(key, -2, -1));
                if (is_casual)
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
                if (p > 0)
                {
                    weights = dropout(weights, p);
                }

                return aten.matmul(weights, value).MoveToOuterDisposeScope();
            }
        }
    }
}
