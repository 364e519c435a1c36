using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>
            /// Vectors of K - 1 numbers to K probabilities: each number says, through a sigmoid, how much of what is left of a stick is broken off
            /// (torch.distributions.transforms.StickBreakingTransform).
            /// </summary>
            public class StickBreakingTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public StickBreakingTransform(int cache_size = 0)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.real_vector;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.simplex;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => Lengthen(shape, 1);

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => Lengthen(shape, -1);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x)
                {
                    Tensor broken = SigmoidTransform.Squash(x - LogOffsets(x));
                    Tensor left = (1 - broken).cumprod(-1);
                    return ops.aten.constant_pad_nd(broken, [0, 1], 1) * ops.aten.constant_pad_nd(left, [1, 0], 1);
                }

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y)
                {
                    Tensor first = y.narrow(-1, 0, y.shape[^1] - 1);
                    Tensor left = (1 - first.cumsum(-1)).clamp(min: finfo(y.dtype).tiny);
                    return first.log() - left.log() + LogOffsets(first);
                }

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    Tensor shifted = x - LogOffsets(x);
                    return (-shifted + ops.aten.log_sigmoid(shifted) + y.narrow(-1, 0, y.shape[^1] - 1).log()).sum(-1);
                }

                private protected override bool IsSame(Transform other) => other is StickBreakingTransform;

                private protected override Transform Recached(int cache_size) => new StickBreakingTransform(cache_size);

                /// <summary>log K, ..., log 2 less what all-zero inputs need to give equal pieces.</summary>
                private static Tensor LogOffsets(Tensor x)
                {
                    long count = x.shape[^1];
                    return arange(count, 0, -1, dtype: x.dtype, device: x.device).log();
                }

                private static long[] Lengthen(long[] shape, int by) => shape.Length == 0
                    ? throw new ArgumentException("Too few dimensions on input: values are vectors", nameof(shape))
                    : [.. shape[..^1], shape[^1] + by];
            }
        }
    }
}
