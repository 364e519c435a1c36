using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A transform for each of the pieces that a dimension is cut into (torch.distributions.transforms.CatTransform).</summary>
            public class CatTransform : Transform
            {
                private readonly Transform[] pieces;
                private readonly long[] sizes;
                private readonly long dim;

                /// <summary>Makes the transform.</summary>
                /// <param name="tseq">The transforms.</param>
                /// <param name="dim">The dimension that is cut.</param>
                /// <param name="lengths">How long each piece is; 1 each when null.</param>
                /// <param name="cache_size">0 for no cache, 1 for the last pair of each.</param>
                /// <exception cref="ArgumentException">There are not as many lengths as transforms.</exception>
                public CatTransform(IEnumerable<Transform> tseq, long dim = 0, IEnumerable<long>? lengths = null, int cache_size = 0)
                    : base(cache_size)
                {
                    ArgumentNullException.ThrowIfNull(tseq);
                    pieces = [.. tseq.Select(piece => cache_size == 0 ? piece : piece.with_cache(cache_size))];
                    sizes = lengths is null ? [.. pieces.Select(_ => 1L)] : [.. lengths];
                    this.dim = dim;
                    if (sizes.Length != pieces.Length)
                    {
                        throw new ArgumentException($"{pieces.Length} transforms and {sizes.Length} lengths: each piece needs both", nameof(lengths));
                    }
                }

                /// <summary>How long the cut dimension is.</summary>
                public long length => sizes.Sum();

                /// <inheritdoc/>
                public override int event_dim => pieces.Max(piece => piece.event_dim);

                /// <inheritdoc/>
                public override bool bijective => pieces.All(piece => piece.bijective);

                /// <inheritdoc/>
                public override Constraint domain => constraints.cat([.. pieces.Select(piece => piece.domain)], dim, sizes);

                /// <inheritdoc/>
                public override Constraint codomain => constraints.cat([.. pieces.Select(piece => piece.codomain)], dim, sizes);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Joined(x, (piece, part) => piece.Forward(part));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Joined(y, (piece, part) => piece.Backward(part));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    Tensor[] inputs = Cut(x);
                    Tensor[] outputs = Cut(y);
                    Tensor[] terms = [.. pieces.Select((piece, i) => _sum_rightmost(piece.log_abs_det_jacobian(inputs[i], outputs[i]), event_dim - piece.event_dim))];
                    long fromEnd = (dim >= 0 ? dim - x.dim() : dim) + event_dim;
                    return fromEnd < 0 ? torch.cat(terms, fromEnd) : terms.Aggregate((sum, term) => sum + term);
                }

                private protected override Transform Recached(int cache_size) => new CatTransform(pieces, dim, sizes, cache_size);

                private Tensor Joined(Tensor value, Func<Transform, Tensor, Tensor> map)
                {
                    Tensor[] parts = Cut(value);
                    return torch.cat(pieces.Select((piece, i) => map(piece, parts[i])).ToArray(), dim);
                }

                private Tensor[] Cut(Tensor value) => value.size((int)dim) == length
                    ? [.. sizes.Select((size, i) => value.narrow(dim, sizes[..i].Sum(), size))]
                    : throw new ArgumentException($"dimension {dim} is {value.size((int)dim)} long, and the pieces take {length}", nameof(value));
            }
        }
    }
}
