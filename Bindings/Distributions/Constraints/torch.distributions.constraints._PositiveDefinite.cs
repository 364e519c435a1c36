namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Symmetric matrices whose eigenvalues are all positive.</summary>
            public class _PositiveDefinite : _Symmetric
            {
                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => IsSquare(x) ? base.check(x) & torch.linalg.cholesky_ex(x).info == 0 : base.check(x));
            }
        }
    }
}
