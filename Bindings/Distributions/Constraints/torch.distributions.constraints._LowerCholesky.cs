namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Lower triangular square matrices with a positive diagonal.</summary>
            public class _LowerCholesky : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _LowerCholesky()
                    : base(false, 2)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => (x.tril() == x).flatten(-2).all(-1) & (x.diagonal(0, -2, -1) > 0).all(-1));
            }
        }
    }
}
