using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalization of (N, C) or (N, C, L). Python's <c>torch.nn.BatchNorm1d</c>.</summary>
public class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
    {
    }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input) => ThrowUnlessOf(input, 2, 3);
}
