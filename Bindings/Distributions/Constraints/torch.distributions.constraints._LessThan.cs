namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers less than a number.</summary>
            public class _LessThan : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="upper_bound">The upper bound.</param>
                public _LessThan(double upper_bound)
                    : this(new Bound(upper_bound))
                {
                }

                internal _LessThan(Bound upper)
                    : base(false, 0)
                {
                    Upper = upper;
                }

                /// <summary>The upper bound.</summary>
                /// <exception cref="InvalidOperationException">The bounds are a tensor of several numbers.</exception>
                public double upper_bound => Upper.Single;

                internal Bound Upper { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => Upper.Above(x));

                /// <inheritdoc/>
                public override string ToString() => $"LessThan(upper_bound={Upper})";
            }
        }
    }
}
