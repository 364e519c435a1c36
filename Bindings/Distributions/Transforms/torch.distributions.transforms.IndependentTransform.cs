using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Another transform, whose Jacobian is summed over more dimensions (torch.distributions.transforms.IndependentTransform).</summary>
            public class IndependentTransform : Transform
            {
                private readonly Transform inner;
                private readonly int dims;

                /// <summary>Makes the transform.</summary>
                /// <param name="base_transform">What maps.</param>
                /// <param name="reinterpreted_batch_dims">How many more of the last dimensions make up one value.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public IndependentTransform(Transform base_transform, int reinterpreted_batch_dims, int cache_size = 0)
                    : base(cache_size)
                {
                    ArgumentNullException.ThrowIfNull(base_transform);
                    ArgumentOutOfRangeException.ThrowIfNegative(reinterpreted_batch_dims);
                    inner = base_transform.with_cache(cache_size);
                    dims = reinterpreted_batch_dims;
                }

                /// <inheritdoc/>
                public override int event_dim => inner.event_dim + dims;

                /// <inheritdoc/>
                public override Transform inv => _inv ??= new IndependentTransform(inner.inv, dims, cache_size);

                /// <inheritdoc/>
                public override bool bijective => inner.bijective;

                /// <inheritdoc/>
                public override Constraint domain => constraints.independent(inner.domain, dims);

                /// <inheritdoc/>
                public override Constraint codomain => constraints.independent(inner.codomain, dims);

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => inner.forward_shape(shape);

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => inner.inverse_shape(shape);

                /// <inheritdoc/>
                public override string ToString() => $"IndependentTransform({inner}, {dims})";

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.dim() < domain.event_dim ? throw TooFew(x) : inner.Forward(x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.dim() < codomain.event_dim ? throw TooFew(y) : inner.Backward(y);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => inner._sign();

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => _sum_rightmost(inner.log_abs_det_jacobian(x, y), dims);

                private protected override bool IsSame(Transform other) => other is IndependentTransform same && same.dims == dims && same.inner.Equals(inner);

                private protected override Transform Recached(int cache_size) => new IndependentTransform(inner, dims, cache_size);

                private ArgumentException TooFew(Tensor value) => new($"Too few dimensions on input: {value.dim()}, and {this} takes values of {event_dim}");
            }
        }
    }
}
