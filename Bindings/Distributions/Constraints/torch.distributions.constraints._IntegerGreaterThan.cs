namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Whole numbers from a number on.</summary>
            public class _IntegerGreaterThan : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="lower_bound">The lower bound.</param>
                public _IntegerGreaterThan(long lower_bound)
                    : this(new Bound(lower_bound, Whole: true))
                {
                }

                internal _IntegerGreaterThan(Bound lower)
                    : base(true, 0)
                {
                    Lower = lower;
                }

                /// <summary>The lower bound.</summary>
                public long lower_bound => (long)Lower.Single;

                internal Bound Lower { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => (x % 1 == 0) & Lower.AtMost(x));

                /// <inheritdoc/>
                public override string ToString() => $"IntegerGreaterThan(lower_bound={Lower})";
            }
        }
    }
}
