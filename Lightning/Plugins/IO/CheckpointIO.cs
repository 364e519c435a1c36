namespace Lightning.Plugins;

/// <summary>How checkpoints come to disk and back. One for a Trainer, among its <c>plugins</c>.</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.io.CheckpointIO</c>. Only the first process writes and removes.</remarks>
public abstract class CheckpointIO : ITrainerPlugin
{
    /// <summary>Writes a checkpoint: the name never holds half of it.</summary>
    /// <param name="checkpoint">Its content. The tensors in it are the module's own, and change when this returns.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written; the message names the path and the free space.</exception>
    public abstract void save_checkpoint(Dictionary<string, object?> checkpoint, string path);

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map_location">Where its tensors go; null for the CPU.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="MisconfigurationException">The file is no checkpoint.</exception>
    public abstract Dictionary<string, object?> load_checkpoint(string path, Device? map_location = null);

    /// <summary>Removes a checkpoint that has given way to a newer one; nothing where there is none.</summary>
    /// <param name="path">The file.</param>
    public abstract void remove_checkpoint(string path);

    /// <summary>Returns when all that was given to <see cref="save_checkpoint"/> is on disk; called when a run ends.</summary>
    public virtual void teardown()
    {
    }
}
