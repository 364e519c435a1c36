using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A transposed convolution over one dimension that learns its number of input channels from the first input. Python's <c>torch.nn.LazyConvTranspose1d</c>.
/// </summary>
public sealed class LazyConvTranspose1d : ConvTranspose1d, ILazyModule
{
    internal LazyConvTranspose1d(
        long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding, long[] dilation, PaddingModes padding_mode,
        long groups, bool bias, Device? device, ScalarType? dtype)
        : base(0, out_channels, kernel_size, stride, padding, output_padding, dilation, padding_mode, groups, bias, device, dtype)
    {
    }

    internal override string TypeName => in_channels == 0 ? nameof(LazyConvTranspose1d) : base.TypeName.Replace("Lazy", "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool has_uninitialized_params() => ILazyModule.AnyOf(_weight, _bias);

    /// <inheritdoc/>
    public void initialize_parameters(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Materialize(input);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        Complete(input);
        return base.forward(input);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        Complete(input);
        return base.forward(input, output_size);
    }
}
