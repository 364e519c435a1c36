using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Convolution over one dimension: (N, in, L) or (in, L). Python's <c>torch.nn.Conv1d</c>.</summary>
public class Conv1d : Convolution
{
    internal Conv1d(
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
            nameof(Conv1d),
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding,
            padding_type,
            dilation,
            false,
            new long[1],
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
        ? aten.conv1d_padding(input, _weight!, _bias, stride, nn.functional.PaddingName(name), dilation, groups)
        : aten.conv1d(input, _weight!, _bias, stride, padding, dilation, groups);

    private protected override Convolution Blank(Device device) => new Conv1d(
        in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, padding_mode, groups, true, device, weight.dtype);
}
