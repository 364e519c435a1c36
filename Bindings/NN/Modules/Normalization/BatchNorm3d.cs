using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalization of (N, C, D, H, W). Python's <c>torch.nn.BatchNorm3d</c>.</summary>
public class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
    {
    }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input) => ThrowUnlessOf(input, 5, 5);
}
