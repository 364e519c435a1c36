namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers greater than a number.</summary>
            public class _GreaterThan : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="lower_bound">The lower bound.</param>
                public _GreaterThan(double lower_bound)
                    : this(new Bound(lower_bound))
                {
                }

                internal _GreaterThan(Bound lower)
                    : base(false, 0)
                {
                    Lower = lower;
                }

                /// <summary>The lower bound.</summary>
                /// <exception cref="InvalidOperationException">The bounds are a tensor of several numbers.</exception>
                public double lower_bound => Lower.Single;

                internal Bound Lower { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => Lower.Below(x));

                /// <inheritdoc/>
                public override string ToString() => $"GreaterThan(lower_bound={Lower})";
            }
        }
    }
}
