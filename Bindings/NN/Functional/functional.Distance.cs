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
            public static Tensor pdist(Tensor input, double p = 2.0)
            {
                ArgumentNullException.ThrowIfNull(input);
                // Of no rows libtorch 1.13 divides by their number on the way back, which ends the process.
                return input.dim() == 2 && input.size(0) == 0 ? aten.sum_dim_IntList(input, [1]) : aten.pdist(input, p);
            }
        }
    }
}
