using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = log(1 + exp(x)); x itself above 20 (torch.distributions.transforms.SoftplusTransform).</summary>
            public class SoftplusTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                public SoftplusTransform()
                    : this(0)
                {
                }

                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public SoftplusTransform(int cache_size)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.real;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => nn.functional.softplus(x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => (-y).expm1().neg().log() + y;

                /// <inheritdoc/>
                protected internal override Tensor _sign() => torch.tensor(1);

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -nn.functional.softplus(-x);

                private protected override bool IsSame(Transform other) => other is SoftplusTransform;

                private protected override Transform Recached(int cache_size) => new SoftplusTransform(cache_size);
            }
        }
    }
}
