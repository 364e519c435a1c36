namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Square matrices.</summary>
            public class _Square : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _Square()
                    : base(false, 2)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => torch.full(x.shape[..^2], x.shape[^2] == x.shape[^1], dtype: ScalarType.Bool, device: x.device));
            }
        }
    }
}
