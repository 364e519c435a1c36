using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Puts something around a tensor. Python's <c>pad</c>.</summary>
            /// <param name="input">Any shape; reflection, replication and circular padding take (N, C, ...) or (C, ...).</param>
            /// <param name="pad">For the last dimension before and after, then for the one before it, and so on; negative numbers cut off.</param>
            /// <param name="mode">What is put there; default a constant.</param>
            /// <param name="value">The constant; default 0.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                mode switch
                {
                    PaddingModes.Constant => aten.constant_pad_nd(input, pad, value),
                    PaddingModes.Zeros => aten.constant_pad_nd(input, pad, 0),
                    PaddingModes.Reflect => aten.pad(input, pad, "reflect"),
                    PaddingModes.Replicate => aten.pad(input, pad, "replicate"),
                    PaddingModes.Circular => aten.pad(input, pad, "circular"),
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such padding mode."),
                };

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ReadOnlySpan<long> sizes = pad;
                return functional.pad(input, sizes, mode, value);
            }

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ReadOnlySpan<long> sizes = [pad.Item1, pad.Item2];
                return functional.pad(input, sizes, mode, value);
            }

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ReadOnlySpan<long> sizes = [pad.Item1, pad.Item2, pad.Item3, pad.Item4];
                return functional.pad(input, sizes, mode, value);
            }

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ReadOnlySpan<long> sizes = [pad, pad];
                return functional.pad(input, sizes, mode, value);
            }
        }
    }
}
