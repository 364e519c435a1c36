namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Vectors of counts, not negative, that add up to no more than a number.</summary>
            public class _Multinomial : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="upper_bound">The greatest sum.</param>
                public _Multinomial(long upper_bound)
                    : base(true, 1)
                {
                    this.upper_bound = upper_bound;
                }

                /// <summary>The greatest sum.</summary>
                public long upper_bound { get; }

                /// <inheritdoc/>
                public override Tensor check(Tensor x) => Decide(x, counts => (counts >= 0).all(-1) & (counts.sum(-1) <= upper_bound));
            }
        }
    }
}
