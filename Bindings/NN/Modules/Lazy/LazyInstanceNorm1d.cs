using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Instance normalization that learns its number of channels from the first input. Python's <c>torch.nn.LazyInstanceNorm1d</c>.
/// </summary>
public sealed class LazyInstanceNorm1d : InstanceNorm1d, ILazyModule
{
    internal LazyInstanceNorm1d(double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(0, eps, momentum, affine, track_running_stats, device, dtype)
    {
    }

    internal override string TypeName => num_features == 0 ? nameof(LazyInstanceNorm1d) : base.TypeName.Replace("Lazy", "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool has_uninitialized_params() => ILazyModule.AnyOf(_weight, _bias, _running_mean, _running_var);

    /// <inheritdoc/>
    public void initialize_parameters(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Materialize(input.size(input.dim() == GetNumberOfBatchDimensions() ? 0 : 1));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        Complete(input);
        return base.forward(input);
    }
}
