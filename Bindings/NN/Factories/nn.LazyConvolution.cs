using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.LazyConv1d"/>
        public static LazyConv1d LazyConv1d(
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 1), Same(stride, 1), Same(padding, 1), null, Same(dilation, 1),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv1d"/>
        public static LazyConv1d LazyConv1d(
            long out_channels,
            long kernel_size,
            Padding padding,
            long stride = 1,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 1), Same(stride, 1), Same(0, 1), padding, Same(dilation, 1),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConvTranspose1d"/>
        public static LazyConvTranspose1d LazyConvTranspose1d(
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long output_padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 1), Same(stride, 1), Same(padding, 1), Same(output_padding, 1),
                Same(dilation, 1), padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv2d"/>
        public static LazyConv2d LazyConv2d(
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 2), Same(stride, 2), Same(padding, 2), null, Same(dilation, 2),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv2d"/>
        public static LazyConv2d LazyConv2d(
            long out_channels,
            long kernel_size,
            Padding padding,
            long stride = 1,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 2), Same(stride, 2), Same(0, 2), padding, Same(dilation, 2),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv2d"/>
        public static LazyConv2d LazyConv2d(
            long out_channels,
            (long, long) kernel_size,
            (long, long)? stride = null,
            (long, long)? padding = null,
            (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Each(kernel_size), Each(stride ?? (1, 1)), Each(padding ?? (0, 0)), null, Each(dilation ?? (1, 1)),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv2d"/>
        public static LazyConv2d LazyConv2d(
            long out_channels,
            (long, long) kernel_size,
            Padding padding,
            (long, long)? stride = null,
            (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Each(kernel_size), Each(stride ?? (1, 1)), Same(0, 2), padding, Each(dilation ?? (1, 1)),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConvTranspose2d"/>
        public static LazyConvTranspose2d LazyConvTranspose2d(
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long output_padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 2), Same(stride, 2), Same(padding, 2), Same(output_padding, 2),
                Same(dilation, 2), padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConvTranspose2d"/>
        public static LazyConvTranspose2d LazyConvTranspose2d(
            long out_channels,
            (long, long) kernel_size,
            (long, long)? stride = null,
            (long, long)? padding = null,
            (long, long)? output_padding = null,
            (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Each(kernel_size), Each(stride ?? (1, 1)), Each(padding ?? (0, 0)), Each(output_padding ?? (0, 0)),
                Each(dilation ?? (1, 1)), padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv3d"/>
        public static LazyConv3d LazyConv3d(
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 3), Same(stride, 3), Same(padding, 3), null, Same(dilation, 3),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv3d"/>
        public static LazyConv3d LazyConv3d(
            long out_channels,
            long kernel_size,
            Padding padding,
            long stride = 1,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 3), Same(stride, 3), Same(0, 3), padding, Same(dilation, 3),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv3d"/>
        public static LazyConv3d LazyConv3d(
            long out_channels,
            (long, long, long) kernel_size,
            (long, long, long)? stride = null,
            (long, long, long)? padding = null,
            (long, long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Each(kernel_size), Each(stride ?? (1, 1, 1)), Each(padding ?? (0, 0, 0)), null, Each(dilation ?? (1, 1, 1)),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConv3d"/>
        public static LazyConv3d LazyConv3d(
            long out_channels,
            (long, long, long) kernel_size,
            Padding padding,
            (long, long, long)? stride = null,
            (long, long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Each(kernel_size), Each(stride ?? (1, 1, 1)), Same(0, 3), padding, Each(dilation ?? (1, 1, 1)),
                padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConvTranspose3d"/>
        public static LazyConvTranspose3d LazyConvTranspose3d(
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long output_padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Same(kernel_size, 3), Same(stride, 3), Same(padding, 3), Same(output_padding, 3),
                Same(dilation, 3), padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.LazyConvTranspose3d"/>
        public static LazyConvTranspose3d LazyConvTranspose3d(
            long out_channels,
            (long, long, long) kernel_size,
            (long, long, long)? stride = null,
            (long, long, long)? padding = null,
            (long, long, long)? output_padding = null,
            (long, long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(out_channels, Each(kernel_size), Each(stride ?? (1, 1, 1)), Each(padding ?? (0, 0, 0)), Each(output_padding ?? (0, 0, 0)),
                Each(dilation ?? (1, 1, 1)), padding_mode, groups, bias, device, dtype);
    }
}
