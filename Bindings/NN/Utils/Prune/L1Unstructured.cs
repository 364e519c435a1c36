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
                /// <summary>Prunes the entries of the smallest magnitude. Python's <c>prune.L1Unstructured</c>.</summary>
                /// <param name="amount">How many.</param>
                public sealed class L1Unstructured(PruningAmount amount) : BasePruningMethod
                {
                    /// <inheritdoc/>
                    public override PruningType PRUNING_TYPE => PruningType.unstructured;

                    /// <inheritdoc/>
                    public override Tensor compute_mask(Tensor t, Tensor default_mask)
                    {
                        ArgumentNullException.ThrowIfNull(t);
                        var count = amount.Of(t.numel());
                        if (count == 0)
                        {
                            return aten.clone(default_mask);
                        }

                        using var magnitudes = aten.abs(t);
                        return WithoutEntries(magnitudes, default_mask, count, largest: false);
                    }
                }
            }
        }
    }
}
