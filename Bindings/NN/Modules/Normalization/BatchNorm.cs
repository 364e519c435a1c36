using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Normalizes each channel over the batch and all positions: by the batch's statistics in training (which also move the running ones), by the running
/// ones in evaluation.
/// </summary>
public abstract class BatchNorm : NormBase
{
    private bool _synchronized;
    private distributed.ProcessGroup? _group;

    /// <inheritdoc cref="NormBase"/>
    protected BatchNorm(
        long num_features,
        double eps,
        double? momentum,
        bool affine,
        bool track_running_stats,
        Device? device,
        ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    internal override string TypeName => _synchronized ? nameof(SyncBatchNorm) : base.TypeName;

    /// <summary>Normalizes.</summary>
    /// <exception cref="ArgumentException">The input has another number of dimensions, or one value per channel in training.</exception>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var factor = CountBatch();
        var own = training || (_running_mean is null && _running_var is null);
        var (mean, variance) = !training || track_running_stats ? (_running_mean, _running_var) : (null, null);
        return _synchronized && own && distributed.is_initialized() && distributed.get_world_size(_group) > 1
            ? SynchronizedBatchNorm.Normalize(input, _weight, _bias, mean, variance, factor, eps, _group)
            : functional.batch_norm(input, mean, variance, _weight, _bias, own, factor, eps);
    }

    /// <summary>Lets the layer take its statistics from the batches of all processes of a group; null is all processes.</summary>
    internal void Synchronize(distributed.ProcessGroup? group) => (_synchronized, _group) = (true, group);
}
