using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Batch normalization of (N, C, ...) over the batches of all processes of a group, as one process on the joint batch would do it: statistics are
/// put together in one exchange, and so are their gradients. Outside of a group, and in evaluation, it is plain batch normalization. Python's
/// <c>torch.nn.SyncBatchNorm</c>; it works on the processor as well.
/// </summary>
public sealed class SyncBatchNorm : BatchNorm
{
    internal SyncBatchNorm(
        long num_features,
        double eps,
        double? momentum,
        bool affine,
        bool track_running_stats,
        distributed.ProcessGroup? process_group,
        Device? device,
        ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(SyncBatchNorm)) => Synchronize(process_group);

    /// <summary>
    /// Lets every batch normalization in a module synchronize with the other processes. The layers stay the same objects, with the same state, and
    /// print as SyncBatchNorm. Python's <c>convert_sync_batchnorm</c>.
    /// </summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="process_group">The processes; default all.</param>
    /// <returns>The module.</returns>
    public static T convert_sync_batchnorm<T>(T module, distributed.ProcessGroup? process_group = null)
        where T : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (var norm in module.modules().OfType<BatchNorm>())
        {
            norm.Synchronize(process_group);
        }

        return module;
    }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() < 2)
        {
            throw new ArgumentException($"SyncBatchNorm takes an input of at least 2 dimensions, not one of shape {Repr.Shape(input)}.", nameof(input));
        }
    }
}
