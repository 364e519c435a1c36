using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalization of (N, C, H, W). Python's <c>torch.nn.BatchNorm2d</c>.</summary>
public class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
    {
    }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input) => ThrowUnlessOf(input, 4, 4);
}
