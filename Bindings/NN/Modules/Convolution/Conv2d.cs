using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Convolution over two dimensions: (N, in, H, W) or (in, H, W). Python's <c>torch.nn.Conv2d</c>.</summary>
public class Conv2d : Convolution
{
    internal Conv2d(
        long in_channels,
        long out_channels,
        long[] kernel_size,
        long[] stride,
        long[] padding,
        Padding? padding_type,
        long[] dilation,
        PaddingModes padding_mode,
        long groups,
        bool bias,
        Device? device,
        ScalarType? dtype)
        : base(
            nameof(Conv2d),
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding,
            padding_type,
            dilation,
            false,
            new long[2],
            groups,
            bias,
            padding_mode,
            device,
            dtype)
    {
    }

    /// <summary>Convolves.</summary>
    public override Tensor forward(Tensor input) => Convolve(input);

    private protected override Tensor Apply(Tensor input, long[] padding, Padding? named) => named is { } name
        ? aten.conv2d_padding(input, _weight!, _bias, stride, nn.functional.PaddingName(name), dilation, groups)
        : aten.conv2d(input, _weight!, _bias, stride, padding, dilation, groups);

    private protected override Convolution Blank(Device device) => new Conv2d(
        in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, padding_mode, groups, true, device, weight.dtype);
}
