using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = 1 / (1 + exp(-x)), logit(y) = x (torch.distributions.transforms.SigmoidTransform).</summary>
            public class SigmoidTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                public SigmoidTransform()
                    : this(0)
                {
                }

                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public SigmoidTransform(int cache_size)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.real;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.unit_interval;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Squash(x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Unsquash(y);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => torch.tensor(1);

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -nn.functional.softplus(-x) - nn.functional.softplus(x);

                /// <summary>The sigmoid, kept away from 0 and 1 so that it can be undone.</summary>
                internal static Tensor Squash(Tensor x)
                {
                    FInfo limits = finfo(x.dtype);
                    return x.sigmoid().clamp(limits.tiny, 1 - limits.eps);
                }

                private static Tensor Unsquash(Tensor y)
                {
                    FInfo limits = finfo(y.dtype);
                    Tensor inside = y.clamp(limits.tiny, 1 - limits.eps);
                    return inside.log() - (-inside).log1p();
                }

                private protected override bool IsSame(Transform other) => other is SigmoidTransform;

                private protected override Transform Recached(int cache_size) => new SigmoidTransform(cache_size);
            }
        }
    }
}
