using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Transforms one after the other (torch.distributions.transforms.ComposeTransform).</summary>
            public class ComposeTransform : Transform
            {
                private readonly Transform[] chain;

                /// <summary>Makes the transform.</summary>
                /// <param name="parts">The transforms, the first to be applied first; none is the identity.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair of each part.</param>
                public ComposeTransform(IEnumerable<Transform> parts, int cache_size = 0)
                {
                    ArgumentNullException.ThrowIfNull(parts);
                    chain = [.. parts.Select(part => cache_size == 0 ? part : part.with_cache(cache_size))];
                }

                /// <summary>The transforms.</summary>
                public IReadOnlyList<Transform> parts => chain;

                /// <inheritdoc/>
                public override Transform inv => _inv ??= new ComposeTransform(chain.Reverse().Select(part => part.inv)) { _inv = this };

                /// <inheritdoc/>
                public override bool bijective => chain.All(part => part.bijective);

                /// <inheritdoc/>
                public override Constraint domain => chain.Length == 0
                    ? constraints.real
                    : Widened(chain[0].domain, chain.Reverse().Select(part => (part.codomain.event_dim, part.domain.event_dim)));

                /// <inheritdoc/>
                public override Constraint codomain => chain.Length == 0
                    ? constraints.real
                    : Widened(chain[^1].codomain, chain.Select(part => (part.domain.event_dim, part.codomain.event_dim)));

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => chain.Aggregate(shape, (sizes, part) => part.forward_shape(sizes));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => chain.Reverse().Aggregate(shape, (sizes, part) => part.inverse_shape(sizes));

                /// <inheritdoc/>
                public override string ToString() => $"ComposeTransform(\n    {string.Join(",\n    ", chain.Select(part => $"{part}"))}\n)";

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => chain.Aggregate(x, (value, part) => part.Forward(value));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => chain.Reverse().Aggregate(y, (value, part) => part.Backward(value));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => chain.Aggregate(torch.tensor(1), (sign, part) => sign * part._sign());

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    int events = domain.event_dim;
                    Tensor? total = null;
                    Tensor input = x;
                    for (int i = 0; i < chain.Length; i++)
                    {
                        Tensor output = i == chain.Length - 1 ? y : chain[i].Forward(input);
                        Tensor term = _sum_rightmost(chain[i].log_abs_det_jacobian(input, output), events - chain[i].domain.event_dim);
                        total = total is null ? term : total + term;
                        events += chain[i].codomain.event_dim - chain[i].domain.event_dim;
                        input = output;
                    }

                    return total ?? zeros_like(x);
                }

                private protected override bool IsSame(Transform other) => other is ComposeTransform compose && chain.SequenceEqual(compose.chain);

                private protected override Transform Recached(int cache_size) => new ComposeTransform(chain, cache_size);

                /// <summary>A constraint over as many dimensions as any part along the chain needs of a value.</summary>
                private static Constraint Widened(Constraint end, IEnumerable<(int From, int To)> steps)
                {
                    int dims = -1;
                    foreach ((int from, int to) in steps)
                    {
                        dims = Math.Max(Math.Max(dims, from) + to - from, to);
                    }

                    return dims > end.event_dim ? constraints.independent(end, dims - end.event_dim) : end;
                }
            }
        }
    }
}
