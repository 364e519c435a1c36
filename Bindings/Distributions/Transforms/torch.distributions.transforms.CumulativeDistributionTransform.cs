using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Values to their cumulative probabilities under a distribution (torch.distributions.transforms.CumulativeDistributionTransform).</summary>
            public class CumulativeDistributionTransform : Transform
            {
                /// <summary>Makes the transform.</summary>
                /// <param name="distribution">A distribution with cdf and icdf; it stays the caller's.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public CumulativeDistributionTransform(Distribution distribution, int cache_size = 0)
                    : base(cache_size)
                {
                    ArgumentNullException.ThrowIfNull(distribution);
                    this.distribution = distribution;
                }

                /// <summary>Whose probabilities they are.</summary>
                public Distribution distribution { get; }

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override Constraint domain => distribution.support;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.unit_interval;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => distribution.cdf(x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => distribution.icdf(y);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => torch.tensor(1);

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => distribution.log_prob(x);

                private protected override bool IsSame(Transform other) =>
                    other is CumulativeDistributionTransform same && ReferenceEquals(same.distribution, distribution);

                private protected override Transform Recached(int cache_size) => new CumulativeDistributionTransform(distribution, cache_size);
            }
        }
    }
}
