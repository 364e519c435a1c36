namespace Lightning;

/// <summary>Writes a checkpoint when a fit fails or is interrupted; <c>ckpt_path: "last"</c> finds it. A fit that ends well removes it.</summary>
/// <remarks>
/// With several processes the first one writes the checkpoint and each of the others what only it knows beside it, since none can wait for another; where a
/// process had no time to, the next fit goes on at the same place with other random numbers. Nothing is written before training has begun, so that a run that cannot even start leaves the checkpoint of the one before alone.
/// Python: <c>lightning.pytorch.callbacks.OnExceptionCheckpoint</c>.
/// </remarks>
public sealed class OnExceptionCheckpoint : Checkpoint
{
    private readonly string _folder;
    private readonly string _name;
    private bool _training;

    /// <summary>Makes the callback.</summary>
    /// <param name="dirpath">The folder.</param>
    /// <param name="filename">The name without its extension.</param>
    public OnExceptionCheckpoint(string dirpath, string filename = "on_exception")
    {
        ArgumentException.ThrowIfNullOrEmpty(dirpath);
        if (string.IsNullOrEmpty(filename))
        {
            throw new MisconfigurationException("OnExceptionCheckpoint(filename: \"\") names no file. Leave it open for on_exception.ckpt.");
        }

        _folder = Path.GetFullPath(dirpath);
        _name = filename;
    }

    /// <summary>The file.</summary>
    public string ckpt_path => Path.Combine(_folder, _name + ".ckpt");

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module) => _training = true;

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module) => _training = false;

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception)
    {
        if (_training)
        {
            _training = false;
            SaveAfter(exception, trainer, ckpt_path, weightsOnly: false);
        }
    }

    /// <inheritdoc/>
    public override void teardown(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit" && trainer.is_global_zero)
        {
            RankPart.DeleteAll(ckpt_path);
            if (File.Exists(ckpt_path))
            {
                File.Delete(ckpt_path);
            }
        }
    }

    internal override IEnumerable<string> LastCandidates(Trainer trainer) => File.Exists(ckpt_path) ? [ckpt_path] : [];
}
