using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = loc + scale x (torch.distributions.transforms.AffineTransform).</summary>
            public class AffineTransform : Transform
            {
                private readonly int events;
                private readonly Operand loc;
                private readonly Operand scale;

                /// <summary>Makes the transform.</summary>
                /// <param name="loc">What is added.</param>
                /// <param name="scale">What is multiplied by.</param>
                /// <param name="event_dim">How many of the last dimensions make up one value.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public AffineTransform(double loc, double scale, int event_dim = 0, int cache_size = 0)
                    : this(new Operand(loc, null), new Operand(scale, null), event_dim, cache_size)
                {
                }

                /// <summary>Makes the transform.</summary>
                /// <param name="loc">What is added.</param>
                /// <param name="scale">What is multiplied by.</param>
                /// <param name="event_dim">How many of the last dimensions make up one value.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public AffineTransform(Tensor loc, Tensor scale, int event_dim = 0, int cache_size = 0)
                    : this(Operand.Of(loc), Operand.Of(scale), event_dim, cache_size)
                {
                }

                internal AffineTransform(double loc, Tensor scale)
                    : this(new Operand(loc, null), Operand.Of(scale), 0, 0)
                {
                }

                private AffineTransform(Operand loc, Operand scale, int event_dim, int cache_size)
                    : base(cache_size)
                {
                    ArgumentOutOfRangeException.ThrowIfNegative(event_dim);
                    this.loc = loc;
                    this.scale = scale;
                    events = event_dim;
                }

                /// <inheritdoc/>
                public override int event_dim => events;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override Constraint domain => events == 0 ? constraints.real : constraints.independent(constraints.real, events);

                /// <inheritdoc/>
                public override Constraint codomain => domain;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => broadcast_shapes(shape, loc.Shape, scale.Shape).Shape;

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => loc.Plus(scale.Times(x));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => scale.Divide(loc.Less(y));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => scale.Sign();

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    _sum_rightmost(scale.LogSizeLike(x).expand(broadcast_shapes(x.shape, scale.Shape)), events);

                /// <inheritdoc/>
                protected override void Dispose(bool disposing)
                {
                    loc.Each?.Dispose();
                    scale.Each?.Dispose();
                    base.Dispose(disposing);
                }

                private protected override bool IsSame(Transform other) => other is AffineTransform affine && loc.IsSame(affine.loc) && scale.IsSame(affine.scale);

                private protected override Transform Recached(int cache_size) => new AffineTransform(Own(loc), Own(scale), events, cache_size);

                private static Operand Own(Operand operand) => operand.Each is { } each ? Operand.Of(each) : operand;
            }
        }
    }
}
