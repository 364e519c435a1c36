namespace Lightning;

/// <summary>Writes the configuration of a run to its log folder when the run begins; what is there already is not overwritten.</summary>
/// <remarks>Python: <c>lightning.pytorch.cli.SaveConfigCallback</c>. <see cref="LightningCLI"/> adds it.</remarks>
public sealed class SaveConfigCallback : Callback
{
    private readonly string _config;
    private readonly SaveConfigKwargs _settings;
    private bool _saved;

    /// <summary>Makes the callback.</summary>
    /// <param name="config">The configuration, as YAML.</param>
    /// <param name="settings">The file's name, and whether to overwrite it.</param>
    public SaveConfigCallback(string config, SaveConfigKwargs? settings = null)
    {
        _config = config;
        _settings = settings ?? new SaveConfigKwargs();
    }

    /// <inheritdoc/>
    /// <exception cref="MisconfigurationException">There is such a file already.</exception>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (_saved || trainer.fast_dev_run.Enabled)
        {
            return;
        }

        var path = Path.Combine(trainer.log_dir, _settings.config_filename);
        // All processes learn what the first one found, so that none waits for one that has stopped.
        if (trainer.strategy.broadcast(!_settings.overwrite && File.Exists(path)))
        {
            throw new MisconfigurationException(
                $"{path} is there already, from another run, and is not overwritten. Delete it, or pass to LightningCLI save_config_kwargs: new(overwrite: true) "
                + "to write over it, or save_config_callback: false to save none.");
        }

        if (trainer.is_global_zero)
        {
            Directory.CreateDirectory(trainer.log_dir);
            WholeFile.Write(path, _config);
        }

        _saved = true;
    }
}
