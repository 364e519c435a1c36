using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Normalizes each channel over the batch and all positions: by the batch's statistics in training (which also move the running ones), by the running
/// ones in evaluation.
/// </summary>
public abstract class BatchNorm : NormBase
{
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

    /// <summary>Normalizes.</summary>
    /// <exception cref="ArgumentException">The input has another number of dimensions, or one value per channel in training.</exception>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var factor = CountBatch();
        return functional.batch_norm(
            input, _running_mean, _running_var, _weight, _bias, training || (_running_mean is null && _running_var is null), factor, eps);
    }
}
