using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Transposed convolution over three dimensions: (N, in, D, H, W) or (in, D, H, W). Python's <c>torch.nn.ConvTranspose3d</c>.</summary>
public class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(
        long in_channels,
        long out_channels,
        long[] kernel_size,
        long[] stride,
        long[] padding,
        long[] output_padding,
        long[] dilation,
        PaddingModes padding_mode,
        long groups,
        bool bias,
        Device? device,
        ScalarType? dtype)
        : base(
            nameof(ConvTranspose3d),
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding,
            null,
            dilation,
            true,
            output_padding,
            groups,
            bias,
            padding_mode,
            device,
            dtype)
    {
    }

    private protected override Tensor ApplyTransposed(Tensor input, long[] output_padding) =>
        aten.conv_transpose3d_input(input, _weight!, _bias, stride, padding, output_padding, groups, dilation);

    private protected override Convolution Blank(Device device) => new ConvTranspose3d(
        in_channels, out_channels, kernel_size, stride, padding, output_padding, dilation, padding_mode, groups, true, device, weight.dtype);
}
