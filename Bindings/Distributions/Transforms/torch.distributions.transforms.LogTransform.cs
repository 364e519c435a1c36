using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = log(x) (torch.distributions.transforms.LogTransform).</summary>
            public class LogTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                public LogTransform()
                    : this(0)
                {
                }

                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public LogTransform(int cache_size)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.positive;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.real;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.log();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.exp();

                /// <inheritdoc/>
                protected internal override Tensor _sign() => torch.tensor(1);

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -y;

                private protected override bool IsSame(Transform other) => other is LogTransform;

                private protected override Transform Recached(int cache_size) => new LogTransform(cache_size);
            }
        }
    }
}
