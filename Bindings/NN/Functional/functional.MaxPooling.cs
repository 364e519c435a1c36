using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest entries of windows of one dimension.</summary>
            /// <param name="input">(N, C, L) or (C, L).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">What is added on both sides, smaller than every number; default 0.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                aten.max_pool1d(input, [kernel_size], One(stride), [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <summary>As <see cref="max_pool1d"/>, with the places of the largest entries.</summary>
            /// <inheritdoc cref="max_pool1d"/>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                aten.max_pool1d_with_indices(input, [kernel_size], One(stride), [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <summary>The largest entries of windows of two dimensions.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="strides">The step; default the window.</param>
            /// <param name="padding">What is added on both sides, smaller than every number; default 0.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                aten.max_pool2d(input, kernel_size, strides, padding ?? Zeros, dilation ?? Ones, ceil_mode);

            /// <summary>As <c>max_pool2d</c>, with the places of the largest entries.</summary>
            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                aten.max_pool2d_with_indices(input, kernel_size, strides, padding ?? Zeros, dilation ?? Ones, ceil_mode);

            /// <summary>The largest entries of windows of two dimensions.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">What is added on both sides, smaller than every number; default 0.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                aten.max_pool2d(input, [kernel_size], One(stride), [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long, long?, long?, long?, bool)"/>
            public static Tensor max_pool2d(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                (long, long)? dilation = null,
                bool ceil_mode = false) =>
                max_pool2d(input, Pair(kernel_size), Pair(stride), Pair(padding), Pair(dilation), ceil_mode);

            /// <summary>The largest entries of windows of three dimensions.</summary>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="strides">The step; default the window.</param>
            /// <param name="padding">What is added on both sides, smaller than every number; default 0.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                aten.max_pool3d(input, kernel_size, strides, padding ?? Zeros, dilation ?? Ones, ceil_mode);

            /// <summary>As <c>max_pool3d</c>, with the places of the largest entries.</summary>
            /// <inheritdoc cref="max_pool3d(Tensor, long[], long[], long[], long[], bool)"/>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                aten.max_pool3d_with_indices(input, kernel_size, strides, padding ?? Zeros, dilation ?? Ones, ceil_mode);

            /// <summary>The largest entries of windows of three dimensions.</summary>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">What is added on both sides, smaller than every number; default 0.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            public static Tensor max_pool3d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                aten.max_pool3d(input, [kernel_size], One(stride), [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <inheritdoc cref="max_pool3d(Tensor, long, long?, long?, long?, bool)"/>
            public static Tensor max_pool3d(
                Tensor input,
                (long, long, long) kernel_size,
                (long, long, long)? stride = null,
                (long, long, long)? padding = null,
                (long, long, long)? dilation = null,
                bool ceil_mode = false) =>
                max_pool3d(input, Triple(kernel_size), Triple(stride), Triple(padding), Triple(dilation), ceil_mode);
        }
    }
}
