using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A transform for each place along a dimension (torch.distributions.transforms.StackTransform).</summary>
            public class StackTransform : Transform
            {
                private readonly Transform[] places;
                private readonly int dim;

                /// <summary>Makes the transform.</summary>
                /// <param name="tseq">The transforms.</param>
                /// <param name="dim">The dimension.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair of each.</param>
                public StackTransform(IEnumerable<Transform> tseq, int dim = 0, int cache_size = 0)
                    : base(cache_size)
                {
                    ArgumentNullException.ThrowIfNull(tseq);
                    places = [.. tseq.Select(place => cache_size == 0 ? place : place.with_cache(cache_size))];
                    this.dim = dim;
                }

                /// <inheritdoc/>
                public override bool bijective => places.All(place => place.bijective);

                /// <inheritdoc/>
                public override Constraint domain => constraints.stack([.. places.Select(place => place.domain)], dim);

                /// <inheritdoc/>
                public override Constraint codomain => constraints.stack([.. places.Select(place => place.codomain)], dim);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Stacked(x, (place, value) => place.Forward(value));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Stacked(y, (place, value) => place.Backward(value));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    Tensor[] outputs = Slices(y);
                    return torch.stack(Slices(x).Select((input, i) => places[i].log_abs_det_jacobian(input, outputs[i])).ToArray(), dim);
                }

                private protected override Transform Recached(int cache_size) => new StackTransform(places, dim, cache_size);

                private Tensor Stacked(Tensor value, Func<Transform, Tensor, Tensor> map) =>
                    torch.stack(Slices(value).Select((slice, i) => map(places[i], slice)).ToArray(), dim);

                private Tensor[] Slices(Tensor value) => value.size(dim) == places.Length
                    ? [.. places.Select((_, i) => value.select(dim, i))]
                    : throw new ArgumentException($"dimension {dim} has {value.size(dim)} places, and there are {places.Length} transforms", nameof(value));
            }
        }
    }
}
