using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = x to the power of an exponent, for positive x (torch.distributions.transforms.PowerTransform).</summary>
            public class PowerTransform : Transform
            {
                private readonly Operand exponent;

                /// <summary>Makes the transform.</summary>
                /// <param name="exponent">The exponent.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public PowerTransform(Tensor exponent, int cache_size = 0)
                    : base(cache_size) => this.exponent = Operand.Of(exponent);

                /// <inheritdoc/>
                public override Constraint domain => constraints.positive;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override bool bijective => true;

                private Tensor Power => exponent.Each!;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => broadcast_shapes(shape, exponent.Shape).Shape;

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.pow(Power);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.pow(1 / Power);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => Power.sign();

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => (Power * y / x).abs().log();

                /// <inheritdoc/>
                protected override void Dispose(bool disposing)
                {
                    Power.Dispose();
                    base.Dispose(disposing);
                }

                private protected override bool IsSame(Transform other) => other is PowerTransform power && exponent.IsSame(power.exponent);

                private protected override Transform Recached(int cache_size) => new PowerTransform(Power, cache_size);
            }
        }
    }
}
