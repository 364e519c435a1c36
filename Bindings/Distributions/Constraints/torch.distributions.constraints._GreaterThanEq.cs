namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers not less than a number.</summary>
            public class _GreaterThanEq : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="lower_bound">The lower bound.</param>
                public _GreaterThanEq(double lower_bound)
                    : this(new Bound(lower_bound))
                {
                }

                internal _GreaterThanEq(Bound lower)
                    : base(false, 0)
                {
                    Lower = lower;
                }

                /// <summary>The lower bound.</summary>
                /// <exception cref="InvalidOperationException">The bounds are a tensor of several numbers.</exception>
                public double lower_bound => Lower.Single;

                internal Bound Lower { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => Lower.AtMost(x));

                /// <inheritdoc/>
                public override string ToString() => $"GreaterThanEq(lower_bound={Lower})";
            }
        }
    }
}
