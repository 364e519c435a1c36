namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Whole numbers up to a number.</summary>
            public class _IntegerLessThan : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="upper_bound">The upper bound.</param>
                public _IntegerLessThan(long upper_bound)
                    : this(new Bound(upper_bound, Whole: true))
                {
                }

                internal _IntegerLessThan(Bound upper)
                    : base(true, 0)
                {
                    Upper = upper;
                }

                /// <summary>The upper bound.</summary>
                public long upper_bound => (long)Upper.Single;

                internal Bound Upper { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => (x % 1 == 0) & Upper.AtLeast(x));

                /// <inheritdoc/>
                public override string ToString() => $"IntegerLessThan(upper_bound={Upper})";
            }
        }
    }
}
