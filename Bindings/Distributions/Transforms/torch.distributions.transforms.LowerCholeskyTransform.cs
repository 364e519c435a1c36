using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Matrices to lower triangular ones with a positive diagonal (torch.distributions.transforms.LowerCholeskyTransform).</summary>
            public class LowerCholeskyTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                public LowerCholeskyTransform()
                    : this(0)
                {
                }

                /// <summary>Makes the transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public LowerCholeskyTransform(int cache_size)
                    : base(cache_size)
                {
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.independent(constraints.real, 2);

                /// <inheritdoc/>
                public override Constraint codomain => constraints.lower_cholesky;

                /// <inheritdoc/>
                public override bool bijective => false;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.tril(-1) + x.diagonal(0, -2, -1).exp().diag_embed();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.tril(-1) + y.diagonal(0, -2, -1).log().diag_embed();

                private protected override bool IsSame(Transform other) => other is LowerCholeskyTransform;

                private protected override Transform Recached(int cache_size) => new LowerCholeskyTransform(cache_size);
            }
        }
    }
}
