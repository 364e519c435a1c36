namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Symmetric matrices without negative eigenvalues.</summary>
            public class _PositiveSemiDefinite : _Symmetric
            {
                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => IsSquare(x) ? base.check(x) & (ops.aten.linalg_eigvalsh(x) >= 0).all(-1) : base.check(x));
            }
        }
    }
}
