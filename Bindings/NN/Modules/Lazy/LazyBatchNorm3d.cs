using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Batch normalization that learns its number of channels from the first input. Python's <c>torch.nn.LazyBatchNorm3d</c>.
/// </summary>
public sealed class LazyBatchNorm3d : BatchNorm3d, ILazyModule
{
    internal LazyBatchNorm3d(double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(0, eps, momentum, affine, track_running_stats, device, dtype)
    {
    }

    internal override string TypeName => num_features == 0 ? nameof(LazyBatchNorm3d) : base.TypeName.Replace("Lazy", "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool has_uninitialized_params() => ILazyModule.AnyOf(_weight, _bias, _running_mean, _running_var);

    /// <inheritdoc/>
    public void initialize_parameters(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Materialize(input.size(1));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        Complete(input);
        return base.forward(input);
    }
}
