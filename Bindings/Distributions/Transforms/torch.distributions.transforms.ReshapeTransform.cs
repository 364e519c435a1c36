using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Gives values another shape (torch.distributions.transforms.ReshapeTransform).</summary>
            public class ReshapeTransform : Transform
            {
                private readonly long[] inside;
                private readonly long[] outside;

                /// <summary>Makes the transform.</summary>
                /// <param name="in_shape">The shape of an input value.</param>
                /// <param name="out_shape">The shape of an output value.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                /// <exception cref="ArgumentException">They have different numbers of elements.</exception>
                public ReshapeTransform(long[] in_shape, long[] out_shape, int cache_size = 0)
                    : base(cache_size)
                {
                    ArgumentNullException.ThrowIfNull(in_shape);
                    ArgumentNullException.ThrowIfNull(out_shape);
                    if (new Size(in_shape).numel() != new Size(out_shape).numel())
                    {
                        throw new ArgumentException($"in_shape [{string.Join(", ", in_shape)}] and out_shape [{string.Join(", ", out_shape)}] have different numbers of elements");
                    }

                    inside = [.. in_shape];
                    outside = [.. out_shape];
                }

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override Constraint domain => constraints.independent(constraints.real, inside.Length);

                /// <inheritdoc/>
                public override Constraint codomain => constraints.independent(constraints.real, outside.Length);

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => Exchange(shape, inside, outside);

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => Exchange(shape, outside, inside);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.reshape(Exchange(x.shape, inside, outside));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.reshape(Exchange(y.shape, outside, inside));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => zeros(x.shape[..^inside.Length], dtype: x.dtype, device: x.device);

                private protected override bool IsSame(Transform other) =>
                    other is ReshapeTransform reshape && inside.SequenceEqual(reshape.inside) && outside.SequenceEqual(reshape.outside);

                private protected override Transform Recached(int cache_size) => new ReshapeTransform(inside, outside, cache_size);

                private static long[] Exchange(long[] shape, long[] from, long[] to)
                {
                    if (shape.Length < from.Length || !shape.AsSpan(shape.Length - from.Length).SequenceEqual(from))
                    {
                        throw new ArgumentException($"Shape mismatch: expected [{string.Join(", ", from)}] at the end of [{string.Join(", ", shape)}]", nameof(shape));
                    }

                    return [.. shape[..^from.Length], .. to];
                }
            }
        }
    }
}
