using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = |x|, which has no single inverse: it takes the positive one (torch.distributions.transforms.AbsTransform).</summary>
            public class AbsTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                public AbsTransform()
                    : this(0)
                {
                }

                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public AbsTransform(int cache_size)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.real;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override bool bijective => false;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.abs();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y;

                private protected override bool IsSame(Transform other) => other is AbsTransform;

                private protected override Transform Recached(int cache_size) => new AbsTransform(cache_size);
            }
        }
    }
}
