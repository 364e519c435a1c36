namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers from one number, included, to another, not included.</summary>
            public class _HalfOpenInterval : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="lower_bound">The lower bound.</param>
                /// <param name="upper_bound">The upper bound.</param>
                public _HalfOpenInterval(double lower_bound, double upper_bound)
                    : this(new Bound(lower_bound), new Bound(upper_bound))
                {
                }

                internal _HalfOpenInterval(Bound lower, Bound upper)
                    : base(false, 0)
                {
                    Lower = lower;
                    Upper = upper;
                }

                /// <summary>The lower bound.</summary>
                /// <exception cref="InvalidOperationException">The bounds are a tensor of several numbers.</exception>
                public double lower_bound => Lower.Single;

                /// <summary>The upper bound.</summary>
                /// <exception cref="InvalidOperationException">The bounds are a tensor of several numbers.</exception>
                public double upper_bound => Upper.Single;

                internal Bound Lower { get; }

                internal Bound Upper { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => Lower.AtMost(x) & Upper.Above(x));

                /// <inheritdoc/>
                public override string ToString() => $"HalfOpenInterval(lower_bound={Lower}, upper_bound={Upper})";
            }
        }
    }
}
