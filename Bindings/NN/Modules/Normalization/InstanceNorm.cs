using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Normalizes each channel of each sample over its positions.</summary>
public abstract class InstanceNorm : NormBase
{
    /// <inheritdoc cref="NormBase"/>
    protected InstanceNorm(
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

    /// <summary>The number of dimensions of an input without a batch.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    /// <summary>Normalizes.</summary>
    /// <exception cref="ArgumentException">The input has another number of dimensions, or one value per channel of a sample.</exception>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (input.dim() != GetNumberOfBatchDimensions())
        {
            return Normalize(input);
        }

        using var batch = aten.unsqueeze(input, 0);
        using var normalized = Normalize(batch);
        return aten.squeeze_dim(normalized, 0);
    }

    private Tensor Normalize(Tensor input) => functional.instance_norm(
        input, _running_mean, _running_var, _weight, _bias, training || !track_running_stats, momentum ?? 0.0, eps);
}
