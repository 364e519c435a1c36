using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Vectors to probabilities by softmax; not bijective, as adding a number to all changes nothing (torch.distributions.transforms.SoftmaxTransform).</summary>
            public class SoftmaxTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                public SoftmaxTransform()
                    : this(0)
                {
                }

                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public SoftmaxTransform(int cache_size)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.real_vector;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.simplex;

                /// <inheritdoc/>
                public override bool bijective => false;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.softmax(-1);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.log();

                private protected override bool IsSame(Transform other) => other is SoftmaxTransform;

                private protected override Transform Recached(int cache_size) => new SoftmaxTransform(cache_size);
            }
        }
    }
}
