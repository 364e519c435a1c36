using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Means over windows of one dimension.</summary>
            /// <param name="input">(N, C, L) or (C, L).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">Zeros added on both sides; default 0.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean; default true.</param>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                aten.avg_pool1d(input, [kernel_size], One(stride), [padding ?? 0], ceil_mode, count_include_pad);

            /// <summary>Means over windows of two dimensions.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">Zeros added on both sides; default 0.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean; default true.</param>
            /// <param name="divisor_override">What the sum is divided by; default the window's size.</param>
            public static Tensor avg_pool2d(
                Tensor input,
                long[] kernel_size,
                long[]? stride = null,
                long[]? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                aten.avg_pool2d(input, kernel_size, stride, padding ?? Zeros, ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                avg_pool2d(input, Pair(kernel_size), Pair(stride), Pair(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long padding = 0,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size], One(stride), [padding], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The gradient of <c>avg_pool2d</c> with respect to its input.</summary>
            /// <param name="input">The gradient with respect to the result.</param>
            /// <param name="originalInput">The input of the forward call.</param>
            /// <param name="kernel_sizes">The window.</param>
            /// <param name="strides">The step; default the window.</param>
            /// <param name="paddings">Zeros added on both sides; default 0.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean; default true.</param>
            /// <param name="divisor_override">What the sum is divided by; default the window's size.</param>
            public static Tensor avg_pool2d_backward(
                Tensor input,
                Tensor originalInput,
                long[] kernel_sizes,
                long[]? strides = null,
                long[]? paddings = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                aten.avg_pool2d_backward(
                    input, originalInput, kernel_sizes, strides ?? kernel_sizes, paddings ?? Zeros, ceil_mode, count_include_pad, divisor_override);

            /// <summary>Means over windows of three dimensions.</summary>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">Zeros added on both sides; default 0.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean; default true.</param>
            /// <param name="divisor_override">What the sum is divided by; default the window's size.</param>
            public static Tensor avg_pool3d(
                Tensor input,
                long[] kernel_size,
                long[]? stride = null,
                long[]? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                aten.avg_pool3d(input, kernel_size, stride, padding ?? Zeros, ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool3d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool3d(
                Tensor input,
                (long, long, long) kernel_size,
                (long, long, long)? stride = null,
                (long, long, long)? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                avg_pool3d(input, Triple(kernel_size), Triple(stride), Triple(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool3d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool3d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long padding = 0,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                avg_pool3d(input, [kernel_size], One(stride), [padding], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The gradient of <c>avg_pool3d</c> with respect to its input.</summary>
            /// <param name="input">The gradient with respect to the result.</param>
            /// <param name="originalInput">The input of the forward call.</param>
            /// <param name="kernel_sizes">The window.</param>
            /// <param name="strides">The step; default the window.</param>
            /// <param name="paddings">Zeros added on both sides; default 0.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean; default true.</param>
            /// <param name="divisor_override">What the sum is divided by; default the window's size.</param>
            public static Tensor avg_pool3d_backward(
                Tensor input,
                Tensor originalInput,
                long[] kernel_sizes,
                long[]? strides = null,
                long[]? paddings = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                aten.avg_pool3d_backward(
                    input, originalInput, kernel_sizes, strides ?? kernel_sizes, paddings ?? Zeros, ceil_mode, count_include_pad, divisor_override);
        }
    }
}
