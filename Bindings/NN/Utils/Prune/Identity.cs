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
                /// <summary>Prunes nothing; for code that needs the names of a pruned parameter. Python's <c>prune.Identity</c>.</summary>
                public sealed class Identity : BasePruningMethod
                {
                    /// <inheritdoc/>
                    public override PruningType PRUNING_TYPE => PruningType.unstructured;

                    /// <inheritdoc/>
                    public override Tensor compute_mask(Tensor t, Tensor default_mask) => aten.clone(default_mask);
                }
            }
        }
    }
}
