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
                /// <summary>Prunes the channels of the smallest norm. Python's <c>prune.LnStructured</c>.</summary>
                /// <param name="amount">How many.</param>
                /// <param name="n">The power of the norm; infinity for the largest magnitude.</param>
                /// <param name="dim">The dimension of the channels; default the last.</param>
                public sealed class LnStructured(PruningAmount amount, double n, long dim = -1) : BasePruningMethod
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
                        long[] others = [.. Enumerable.Range(0, (int)t.dim()).Select(d => (long)d).Where(d => d != along)];
                        var norms = aten.norm_ScalarOpt_dim(t, n, others);
                        var (_, kept) = aten.topk(norms, channels - count, -1, true);
                        return OfChannels(default_mask, along, kept).MoveToOuterDisposeScope();
                    }
                }
            }
        }
    }
}
