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
                /// <summary>Prunes channels at random. Python's <c>prune.RandomStructured</c>.</summary>
                /// <param name="amount">How many.</param>
                /// <param name="dim">The dimension of the channels; default the last.</param>
                public sealed class RandomStructured(PruningAmount amount, long dim = -1) : BasePruningMethod
                {
                    /// <inheritdoc/>
                    public override PruningType PRUNING_TYPE => PruningType.structured;

                    /// <inheritdoc/>
                    public override long dim { get; } = dim;

                    /// <inheritdoc/>
                    public override Tensor compute_mask(Tensor t, Tensor default_mask)
                    {
                        var along = ChannelDimension(t, dim);
                        var channels = t.shape[along];
                        var count = amount.Of(channels);
                        if (count == 0)
                        {
                            return aten.clone(default_mask);
                        }

                        using var scope = NewDisposeScope();
                        var draws = aten.rand([channels], device: t.device);
                        var (threshold, _) = aten.kthvalue(draws, count);
                        var kept = aten.squeeze_dim(aten.nonzero(aten.gt_Tensor(draws, threshold)), 1);
                        return OfChannels(default_mask, along, kept).MoveToOuterDisposeScope();
                    }
                }
            }
        }
    }
}
