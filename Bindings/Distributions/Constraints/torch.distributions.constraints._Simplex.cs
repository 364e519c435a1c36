namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Vectors of non-negative numbers that add up to 1.</summary>
            public class _Simplex : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _Simplex()
                    : base(false, 1)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => (x >= 0).all(-1) & ((x.sum(-1) - 1).abs() < 1e-6));
            }
        }
    }
}
