namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A constraint that holds for all elements along some of the last dimensions together.</summary>
            public class _IndependentConstraint : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="base_constraint">What each has to satisfy.</param>
                /// <param name="reinterpreted_batch_ndims">How many more dimensions make up one value.</param>
                public _IndependentConstraint(Constraint base_constraint, int reinterpreted_batch_ndims)
                {
                    ArgumentNullException.ThrowIfNull(base_constraint);
                    ArgumentOutOfRangeException.ThrowIfNegative(reinterpreted_batch_ndims);
                    this.base_constraint = base_constraint;
                    this.reinterpreted_batch_ndims = reinterpreted_batch_ndims;
                }

                /// <summary>What each has to satisfy.</summary>
                public Constraint base_constraint { get; }

                /// <summary>How many more dimensions make up one value.</summary>
                public int reinterpreted_batch_ndims { get; }

                /// <inheritdoc/>
                public override bool is_discrete => base_constraint.is_discrete;

                /// <inheritdoc/>
                public override int event_dim => base_constraint.event_dim + reinterpreted_batch_ndims;

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x =>
                {
                    Tensor each = base_constraint.check(x);
                    return reinterpreted_batch_ndims == 0 ? each : each.flatten(-reinterpreted_batch_ndims).all(-1);
                });

                /// <inheritdoc/>
                public override string ToString() => $"IndependentConstraint({base_constraint}, {reinterpreted_batch_ndims})";
            }
        }
    }
}
