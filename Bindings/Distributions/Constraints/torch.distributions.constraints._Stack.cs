namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A constraint for each place along a dimension.</summary>
            public class _Stack : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="cseq">What the value at each place has to satisfy.</param>
                /// <param name="dim">The dimension.</param>
                public _Stack(IList<Constraint> cseq, int dim = 0)
                {
                    ArgumentNullException.ThrowIfNull(cseq);
                    this.cseq = [.. cseq];
                    this.dim = dim;
                }

                /// <summary>What the value at each place has to satisfy.</summary>
                public IReadOnlyList<Constraint> cseq { get; }

                /// <summary>The dimension.</summary>
                public int dim { get; }

                /// <inheritdoc/>
                public override bool is_discrete => cseq.Any(constraint => constraint.is_discrete);

                /// <inheritdoc/>
                public override int event_dim => cseq.Max(constraint => constraint.event_dim) + (dim + cseq.Max(constraint => constraint.event_dim) < 0 ? 1 : 0);

                /// <inheritdoc/>
                /// <exception cref="ArgumentException">The dimension does not have one place for each constraint.</exception>
                public override Tensor check(Tensor value) => Decide(value, x =>
                {
                    if (x.size(dim) != cseq.Count)
                    {
                        throw new ArgumentException($"dimension {dim} has {x.size(dim)} places, and there are {cseq.Count} constraints", nameof(value));
                    }

                    return torch.stack(cseq.Select((constraint, i) => constraint.check(x.select(dim, i))).ToArray(), dim);
                });
            }
        }
    }
}
