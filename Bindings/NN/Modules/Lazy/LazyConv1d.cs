using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A convolution over one dimension that learns its number of input channels from the first input. Python's <c>torch.nn.LazyConv1d</c>.
/// </summary>
public sealed class LazyConv1d : Conv1d, ILazyModule
{
    internal LazyConv1d(
        long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type, long[] dilation, PaddingModes padding_mode,
        long groups, bool bias, Device? device, ScalarType? dtype)
        : base(0, out_channels, kernel_size, stride, padding, padding_type, dilation, padding_mode, groups, bias, device, dtype)
    {
    }

    internal override string TypeName => in_channels == 0 ? nameof(LazyConv1d) : base.TypeName.Replace("Lazy", "", StringComparison.Ordinal);

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
}
