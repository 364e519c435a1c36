namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Whole numbers from one number to another, both included.</summary>
            public class _IntegerInterval : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="lower_bound">The lower bound.</param>
                /// <param name="upper_bound">The upper bound.</param>
                public _IntegerInterval(long lower_bound, long upper_bound)
                    : this(new Bound(lower_bound, Whole: true), new Bound(upper_bound, Whole: true))
                {
                }

                internal _IntegerInterval(Bound lower, Bound upper)
                    : base(true, 0)
                {
                    Lower = lower;
                    Upper = upper;
                }

                /// <summary>The lower bound.</summary>
                public long lower_bound => (long)Lower.Single;

                /// <summary>The upper bound.</summary>
                public long upper_bound => (long)Upper.Single;

                internal Bound Lower { get; }

                internal Bound Upper { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => (x % 1 == 0) & Lower.AtMost(x) & Upper.AtLeast(x));

                /// <inheritdoc/>
                public override string ToString() => $"IntegerInterval(lower_bound={Lower}, upper_bound={Upper})";
            }
        }
    }
}
