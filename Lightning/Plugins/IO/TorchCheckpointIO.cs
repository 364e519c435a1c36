namespace Lightning.Plugins;

/// <summary>Checkpoints as files of <c>torch.save</c>, written aside, flushed to the disk and renamed; every part of them has its checksum.</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.io.TorchCheckpointIO</c>.</remarks>
public sealed class TorchCheckpointIO : CheckpointIO
{
    /// <inheritdoc/>
    public override void save_checkpoint(Dictionary<string, object?> checkpoint, string path) => CheckpointFile.Write(path, checkpoint);

    /// <inheritdoc/>
    public override Dictionary<string, object?> load_checkpoint(string path, Device? map_location = null) => CheckpointFile.ReadContent(path, map_location);

    /// <inheritdoc/>
    public override void remove_checkpoint(string path) => File.Delete(path);
}
