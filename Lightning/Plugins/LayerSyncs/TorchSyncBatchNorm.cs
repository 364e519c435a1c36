namespace Lightning.Plugins;

/// <summary>Lets batch normalization in training take its statistics over all processes: what <c>sync_batchnorm: true</c> stands for.</summary>
/// <remarks>
/// Python: <c>lightning.pytorch.plugins.TorchSyncBatchNorm</c>. There is nothing to take back: the layers stay the same objects, and without other processes
/// they are plain batch normalization.
/// </remarks>
public sealed class TorchSyncBatchNorm : LayerSync
{
    /// <inheritdoc/>
    public override void apply(LightningModule model) => TorchSharp.Modules.SyncBatchNorm.convert_sync_batchnorm(model);
}
