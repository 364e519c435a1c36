namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Vectors of zeros and a single 1.</summary>
            public class _OneHot : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _OneHot()
                    : base(true, 1)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => ((x == 0) | (x == 1)).all(-1) & (x.sum(-1) == 1));
            }
        }
    }
}
