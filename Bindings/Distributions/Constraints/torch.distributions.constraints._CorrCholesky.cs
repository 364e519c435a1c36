namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Lower triangular square matrices with a positive diagonal and rows of length 1: Cholesky factors of correlation matrices.</summary>
            public class _CorrCholesky : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _CorrCholesky()
                    : base(false, 2)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x =>
                {
                    // Rounding of the squares' sum grows with the length of a row.
                    double tolerance = finfo(x.dtype).eps * x.shape[^1] * 10;
                    Tensor norms = ops.aten.linalg_vector_norm(x.detach(), dim: [-1]);
                    return ((norms - 1).abs() <= tolerance).all(-1) & lower_cholesky.check(x);
                });
            }
        }
    }
}
