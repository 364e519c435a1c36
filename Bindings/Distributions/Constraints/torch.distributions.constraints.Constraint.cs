namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A region in which values are valid, such as the support of a distribution (torch.distributions.constraints.Constraint).</summary>
            public abstract class Constraint
            {
                /// <summary>Makes a constraint of real numbers, one at a time.</summary>
                protected Constraint()
                    : this(false, 0)
                {
                }

                /// <summary>Makes a constraint.</summary>
                /// <param name="is_discrete">Whether the region is a set of separate points.</param>
                /// <param name="event_dim">How many of a tensor's last dimensions make up one value.</param>
                protected Constraint(bool is_discrete, int event_dim)
                {
                    this.is_discrete = is_discrete;
                    this.event_dim = event_dim;
                }

                /// <summary>Whether the region is a set of separate points.</summary>
                public virtual bool is_discrete { get; }

                /// <summary>How many of a tensor's last dimensions make up one value.</summary>
                public virtual int event_dim { get; }

                /// <summary>Says for each value whether it is valid.</summary>
                /// <param name="value">Values; the last <see cref="event_dim"/> dimensions make up one.</param>
                /// <returns>Truth values of the other dimensions.</returns>
                public abstract Tensor check(Tensor value);

                /// <summary>The constraint as Python prints it.</summary>
                public override string ToString() => $"{GetType().Name[1..]}()";

                /// <summary>Runs a check; what it leaves in between is disposed.</summary>
                /// <exception cref="ArgumentException">The value has fewer dimensions than one value has.</exception>
                private protected Tensor Decide(Tensor value, Func<Tensor, Tensor> check)
                {
                    ArgumentNullException.ThrowIfNull(value);
                    if (value.dim() < event_dim)
                    {
                        throw new ArgumentException(
                            $"Expected value.dim() >= {event_dim} but got {value.dim()}: the last {event_dim} dimensions make up one value of {this}", nameof(value));
                    }

                    using DisposeScope scope = NewDisposeScope();
                    return check(value).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
