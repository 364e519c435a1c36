namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A constraint for each of the pieces that a dimension is cut into.</summary>
            public class _Cat : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="cseq">What each piece has to satisfy.</param>
                /// <param name="dim">The dimension that is cut.</param>
                /// <param name="lengths">How long each piece is; 1 each when null.</param>
                /// <exception cref="ArgumentException">There are not as many lengths as constraints.</exception>
                public _Cat(IList<Constraint> cseq, long dim = 0, IList<long>? lengths = null)
                {
                    ArgumentNullException.ThrowIfNull(cseq);
                    this.cseq = [.. cseq];
                    this.lengths = lengths is null ? [.. cseq.Select(_ => 1L)] : [.. lengths];
                    this.dim = dim;
                    if (this.lengths.Count != this.cseq.Count)
                    {
                        throw new ArgumentException($"{this.cseq.Count} constraints and {this.lengths.Count} lengths: each piece needs both", nameof(lengths));
                    }
                }

                /// <summary>What each piece has to satisfy.</summary>
                public IReadOnlyList<Constraint> cseq { get; }

                /// <summary>The dimension that is cut.</summary>
                public long dim { get; }

                /// <summary>How long each piece is.</summary>
                public IReadOnlyList<long> lengths { get; }

                /// <inheritdoc/>
                public override bool is_discrete => cseq.Any(constraint => constraint.is_discrete);

                /// <inheritdoc/>
                public override int event_dim => cseq.Max(constraint => constraint.event_dim);

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x =>
                {
                    var checks = new Tensor[cseq.Count];
                    long start = 0;
                    for (int i = 0; i < checks.Length; i++)
                    {
                        checks[i] = cseq[i].check(x.narrow(dim, start, lengths[i]));
                        start += lengths[i];
                    }

                    return torch.cat(checks, dim);
                });
            }
        }
    }
}
