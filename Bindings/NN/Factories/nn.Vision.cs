using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.PixelShuffle"/>
        public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

        /// <inheritdoc cref="Modules.PixelUnshuffle"/>
        public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

        /// <inheritdoc cref="Modules.ChannelShuffle"/>
        public static ChannelShuffle ChannelShuffle(long groups) => new(groups);

        /// <inheritdoc cref="Modules.Fold"/>
        public static Fold Fold(long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new((output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride), pairs: false);

        /// <inheritdoc cref="Modules.Fold"/>
        public static Fold Fold(
            (long, long) output_size,
            (long, long) kernel_size,
            (long, long)? dilation = null,
            (long, long)? padding = null,
            (long, long)? stride = null) =>
            new(output_size, kernel_size, dilation, padding, stride, pairs: true);

        /// <inheritdoc cref="Modules.Unfold"/>
        public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride), pairs: false);

        /// <inheritdoc cref="Modules.Unfold"/>
        public static Unfold Unfold(
            (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
            new(kernel_size, dilation, padding, stride, pairs: true);

        /// <inheritdoc cref="Modules.Upsample"/>
        public static Upsample Upsample(
            long[]? size = null,
            double[]? scale_factor = null,
            UpsampleMode mode = UpsampleMode.Nearest,
            bool? align_corners = null,
            bool? recompute_scale_factor = null) =>
            new(size, scale_factor, mode, align_corners, recompute_scale_factor);

        /// <inheritdoc cref="Modules.UpsamplingNearest2d"/>
        public static UpsamplingNearest2d UpsamplingNearest2d((long, long)? size = null, (double, double)? scale_factor = null) =>
            new(Each(size), scale_factor is var (h, w) ? [h, w] : null);

        /// <inheritdoc cref="Modules.UpsamplingNearest2d"/>
        public static UpsamplingNearest2d UpsamplingNearest2d(double scale_factor) => new(null, [scale_factor]);

        /// <inheritdoc cref="Modules.UpsamplingBilinear2d"/>
        public static UpsamplingBilinear2d UpsamplingBilinear2d((long, long)? size = null, (double, double)? scale_factor = null) =>
            new(Each(size), scale_factor is var (h, w) ? [h, w] : null);

        /// <inheritdoc cref="Modules.UpsamplingBilinear2d"/>
        public static UpsamplingBilinear2d UpsamplingBilinear2d(double scale_factor) => new(null, [scale_factor]);
    }
}
