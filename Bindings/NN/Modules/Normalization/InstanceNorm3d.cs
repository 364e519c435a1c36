using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalization of (N, C, D, H, W) or (C, D, H, W). Python's <c>torch.nn.InstanceNorm3d</c>.</summary>
public class InstanceNorm3d : InstanceNorm
{
    internal InstanceNorm3d(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm3d))
    {
    }

    /// <inheritdoc/>
    protected override long GetNumberOfBatchDimensions() => 4;

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input) => ThrowUnlessOf(input, 4, 5);
}
