using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>
            /// Vectors of D(D - 1)/2 numbers to Cholesky factors of D x D correlation matrices: their tanh says which part of a row's length is left for
            /// each element (torch.distributions.transforms.CorrCholeskyTransform).
            /// </summary>
            public class CorrCholeskyTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public CorrCholeskyTransform(int cache_size = 0)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.real_vector;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.corr_cholesky;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape)
                {
                    if (shape.Length < 1)
                    {
                        throw new ArgumentException("Too few dimensions on input: values are vectors", nameof(shape));
                    }

                    long side = SideOf(shape[^1]);
                    return [.. shape[..^1], side, side];
                }

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape)
                {
                    if (shape.Length < 2 || shape[^2] != shape[^1])
                    {
                        throw new ArgumentException("Input is not square: values are Cholesky factors", nameof(shape));
                    }

                    return [.. shape[..^2], shape[^1] * (shape[^1] - 1) / 2];
                }

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x)
                {
                    double eps = finfo(x.dtype).eps;
                    long side = SideOf(x.shape[^1]);
                    Tensor partial = Spread(x.tanh().clamp(-1 + eps, 1 - eps), side);
                    Tensor left = (1 - partial.square()).sqrt().cumprod(-1).narrow(-1, 0, side - 1);
                    Tensor unit = partial + eye(side, dtype: x.dtype, device: x.device);
                    return unit * ops.aten.constant_pad_nd(left, [1, 0], 1);
                }

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y)
                {
                    Tensor left = ops.aten.constant_pad_nd(Left(y).narrow(-1, 0, y.shape[^1] - 1), [1, 0], 1);
                    Tensor part = Below(y, 1) / Below(left, 1).sqrt();
                    return (part.log1p() - part.neg().log1p()) / 2;
                }

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    Tensor sticks = 0.5 * Below(Left(y), 2).log().sum(-1);
                    Tensor squashed = -2 * (x + nn.functional.softplus(-2 * x) - Math.Log(2)).sum(-1);
                    return sticks + squashed;
                }

                private protected override bool IsSame(Transform other) => other is CorrCholeskyTransform;

                private protected override Transform Recached(int cache_size) => new CorrCholeskyTransform(cache_size);

                private static long SideOf(long count)
                {
                    long side = (long)Math.Round(Math.Sqrt(0.25 + (2 * count)) + 0.5);
                    return side * (side - 1) / 2 == count
                        ? side
                        : throw new ArgumentException($"a vector of {count} does not fill the part of a square matrix below its diagonal: 1, 3, 6, 10, ... do");
                }

                private static Tensor Left(Tensor y) => 1 - y.square().cumsum(-1);

                private static Tensor Spread(Tensor vector, long side)
                {
                    Tensor matrix = zeros([.. vector.shape[..^1], side * side], dtype: vector.dtype, device: vector.device);
                    return matrix.index_copy(-1, Places(side, 1, vector), vector).unflatten(-1, side, side);
                }

                private static Tensor Below(Tensor matrix, long diagonals) => matrix.flatten(-2).index_select(-1, Places(matrix.shape[^1], diagonals, matrix));

                // Row by row, as the vector has them.
                private static Tensor Places(long side, long diagonals, Tensor like)
                {
                    Tensor at = ops.aten.tril_indices(side, side, -diagonals, device: like.device);
                    return (at[0] * side) + at[1];
                }
            }
        }
    }
}
