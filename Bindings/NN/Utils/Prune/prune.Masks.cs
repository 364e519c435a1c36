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
                private static Tensor WithoutEntries(Tensor scores, Tensor mask, long count, bool largest)
                {
                    using var scope = NewDisposeScope();
                    var (_, gone) = aten.topk(aten.reshape(scores, [-1]), count, -1, largest);
                    var flat = aten.index_fill_int_Scalar(aten.reshape(mask, [-1]), 0, gone, 0);
                    return aten.reshape(flat, mask.shape).MoveToOuterDisposeScope();
                }

                private static Tensor OfChannels(Tensor mask, long dim, Tensor kept)
                {
                    using var scope = NewDisposeScope();
                    var channels = aten.index_fill_int_Scalar(aten.zeros_like(mask), dim, kept, 1);
                    return aten.mul_Tensor(channels, mask).MoveToOuterDisposeScope();
                }

                private static long ChannelDimension(Tensor t, long dim)
                {
                    ArgumentNullException.ThrowIfNull(t);
                    var dimensions = t.dim();
                    if (dimensions <= 1)
                    {
                        throw new ArgumentException($"Channels are pruned of tensors of two dimensions or more, not of {dimensions}.", nameof(t));
                    }

                    return dim >= -dimensions && dim < dimensions
                        ? dim < 0 ? dim + dimensions : dim
                        : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"A tensor of {dimensions} dimensions has none of that number.");
                }
            }
        }
    }
}
