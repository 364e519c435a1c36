using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Convolution over three dimensions: (N, in, D, H, W) or (in, D, H, W). Python's <c>torch.nn.Conv3d</c>.</summary>
public class Conv3d : Convolution
{
    internal Conv3d(
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
            nameof(Conv3d),
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding,
            padding_type,
            dilation,
            false,
            new long[3],
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
        ? aten.conv3d_padding(input, _weight!, _bias, stride, nn.functional.PaddingName(name), dilation, groups)
        : aten.conv3d(input, _weight!, _bias, stride, padding, dilation, groups);

    private protected override Convolution Blank(Device device) => new Conv3d(
        in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, padding_mode, groups, true, device, weight.dtype);
}
