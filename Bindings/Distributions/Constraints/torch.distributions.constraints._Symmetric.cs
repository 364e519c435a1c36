namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Symmetric square matrices.</summary>
            public class _Symmetric : _Square
            {
                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => IsSquare(x)
                    ? torch.isclose(x, x.mT, atol: 1e-6).all(-2).all(-1)
                    : base.check(x));

                private protected static bool IsSquare(Tensor value) => value.dim() >= 2 && value.shape[^2] == value.shape[^1];
            }
        }
    }
}
