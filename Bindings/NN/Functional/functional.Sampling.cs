using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Reads an input at the places that a grid names. Python's <c>grid_sample</c>.</summary>
            /// <param name="input">(N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="grid">
            /// (N, rows, columns, 2) of (x, y), or (N, planes, rows, columns, 3) of (x, y, z); -1 and 1 are the input's borders.
            /// </param>
            /// <param name="mode">How is read between entries; default linearly.</param>
            /// <param name="padding_mode">What is read outside; default zero.</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the corner entries, not their outer edges; default false.</param>
            public static Tensor grid_sample(
                Tensor input,
                Tensor grid,
                GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros,
                bool? align_corners = null)
            {
                var interpolation = mode switch
                {
                    GridSampleMode.Bilinear => 0,
                    GridSampleMode.Nearest => 1,
                    GridSampleMode.Bicubic => 2,
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
                };
                var outside = padding_mode switch
                {
                    GridSamplePaddingMode.Zeros => 0,
                    GridSamplePaddingMode.Border => 1,
                    GridSamplePaddingMode.Reflection => 2,
                    _ => throw new ArgumentOutOfRangeException(nameof(padding_mode), padding_mode, "There is no such padding mode."),
                };
                return aten.grid_sampler(input, grid, interpolation, outside, align_corners ?? false);
            }

            /// <summary>The grid that <see cref="grid_sample"/> needs for affine maps. Python's <c>affine_grid</c>.</summary>
            /// <param name="theta">(N, 2, 3) for images or (N, 3, 4) for volumes.</param>
            /// <param name="size">The shape of the result of sampling: (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="align_corners">As the sampling's; default false.</param>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(theta);
                ArgumentNullException.ThrowIfNull(size);
                if (!theta.is_floating_point() || Array.Exists(size, extent => extent <= 0))
                {
                    throw new ArgumentException(
                        $"affine_grid takes floating-point matrices and positive sizes, not {theta.dtype} and {Modules.Repr.Shape(size)}.",
                        nameof(size));
                }

                return aten.affine_grid_generator(theta, size, align_corners);
            }

            /// <summary>Turns channels into pixels: (N, C r r, H, W) becomes (N, C, H r, W r).</summary>
            /// <param name="input">(..., C r r, H, W).</param>
            /// <param name="upscale_factor">r.</param>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => aten.pixel_shuffle(input, upscale_factor);

            /// <summary>Turns pixels into channels: (N, C, H r, W r) becomes (N, C r r, H, W).</summary>
            /// <param name="input">(..., C, H r, W r).</param>
            /// <param name="downscale_factor">r.</param>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => aten.pixel_unshuffle(input, downscale_factor);

            /// <summary>Interleaves groups of channels. Python's <c>channel_shuffle</c>.</summary>
            /// <param name="input">(N, C, ...).</param>
            /// <param name="groups">The number of groups; it divides the channels.</param>
            public static Tensor channel_shuffle(Tensor input, long groups) => aten.channel_shuffle(input, groups);

            /// <summary>The windows of images, each as a column. Python's <c>unfold</c>.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="padding">Zeros added on both sides; default 0.</param>
            /// <param name="stride">The step; default 1.</param>
            /// <returns>(N, C times the window's size, number of windows).</returns>
            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                aten.im2col(input, Pair(kernel_size), Pair(dilation ?? (1, 1)), Pair(padding ?? (0, 0)), Pair(stride ?? (1, 1)));

            /// <inheritdoc cref="unfold(Tensor, ValueTuple{long, long}, ValueTuple{long, long}?, ValueTuple{long, long}?, ValueTuple{long, long}?)"/>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>Adds windows, each a column, up to images. Python's <c>fold</c>.</summary>
            /// <param name="input">(N, C times the window's size, number of windows), or without N.</param>
            /// <param name="output_size">Height and width of the result.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="padding">Zeros that had been added on both sides; default 0.</param>
            /// <param name="stride">The step; default 1.</param>
            /// <returns>(N, C, H, W).</returns>
            public static Tensor fold(
                Tensor input,
                (long, long) output_size,
                (long, long) kernel_size,
                (long, long)? dilation = null,
                (long, long)? padding = null,
                (long, long)? stride = null) =>
                aten.col2im(input, Pair(output_size), Pair(kernel_size), Pair(dilation ?? (1, 1)), Pair(padding ?? (0, 0)), Pair(stride ?? (1, 1)));

            /// <summary>Adds square windows, each a column, up to square images.</summary>
            /// <param name="input">(N, C times the window's size, number of windows), or without N.</param>
            /// <param name="output_size">Height and width of the result.</param>
            /// <param name="kernel_size">Height and width of the window.</param>
            /// <param name="dilation">The distance between the window's entries; default 1.</param>
            /// <param name="padding">Zeros that had been added on both sides; default 0.</param>
            /// <param name="stride">The step; default 1.</param>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));
        }
    }
}
