using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class prune
            {
                /// <summary>Prunes what a given mask leaves out. Python's <c>prune.CustomFromMask</c>.</summary>
                /// <param name="mask">1 for what is in, 0 for what is out; stays the caller's.</param>
                public sealed class CustomFromMask(Tensor mask) : BasePruningMethod
                {
                    /// <inheritdoc/>
                    public override PruningType PRUNING_TYPE => PruningType.global;

                    /// <inheritdoc/>
                    public override Tensor compute_mask(Tensor t, Tensor default_mask)
                    {
                        ArgumentNullException.ThrowIfNull(default_mask);
                        using var converted = mask.to(default_mask.dtype);
                        return aten.mul_Tensor(default_mask, converted);
                    }
                }
            }
        }
    }
}
