namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Square matrices without anything above the diagonal.</summary>
            public class _LowerTriangular : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _LowerTriangular()
                    : base(false, 2)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => (x.tril() == x).flatten(-2).all(-1));
            }
        }
    }
}
