using System.Diagnostics.CodeAnalysis;

namespace Lightning;

public abstract partial class LightningModule
{
    private HyperParameters _hparams = new();

    /// <summary>The hyperparameters given to <see cref="save_hyperparameters{T}"/>; stored in checkpoints and sent to the loggers.</summary>
    public HyperParameters hparams => _hparams;

    /// <summary>Records hyperparameters, for checkpoints, loggers and <see cref="load_from_checkpoint{TModule}(string, Func{HyperParameters, TModule}, Device?, bool?, string?)"/>.</summary>
    /// <param name="hyperparameters">A dictionary from names to values, or a record or anonymous object whose public properties are the names.</param>
    /// <param name="logger">Sends them to the loggers when a run begins.</param>
    /// <exception cref="MisconfigurationException">A value is neither a number, text, boolean, enum, nor a list or dictionary of such.</exception>
    public void save_hyperparameters<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T hyperparameters, bool logger = true)
        where T : notnull
    {
        _hparams = _hparams.With(HyperParameters.From(hyperparameters));
        LogsHyperParameters = logger;
    }

    internal bool LogsHyperParameters { get; private set; } = true;

    /// <summary>Makes a module from the hyperparameters in a checkpoint and gives it the checkpoint's weights.</summary>
    /// <param name="checkpoint_path">A file written by the Trainer or by Python's Lightning.</param>
    /// <param name="create">Makes the module from the recorded hyperparameters.</param>
    /// <param name="map_location">Where the tensors go; null keeps the CPU.</param>
    /// <param name="strict">Whether the keys must match exactly; null takes <see cref="strict_loading"/>.</param>
    /// <param name="hparams_file">A file hparams.yaml whose values come before those in the checkpoint; null reads none.</param>
    public static TModule load_from_checkpoint<TModule>(
        string checkpoint_path, Func<HyperParameters, TModule> create, Device? map_location = null, bool? strict = null, string? hparams_file = null)
        where TModule : LightningModule
    {
        var checkpoint = CheckpointFile.Read(checkpoint_path, map_location);
        var recorded = checkpoint.HyperParameters;
        var module = create(hparams_file is null ? recorded : recorded.With(HyperParametersFile.Read(hparams_file)));
        if (map_location is not null)
        {
            module.to(map_location);
        }

        checkpoint.LoadInto(module, strict ?? module.strict_loading);
        return module;
    }

    /// <summary>Takes the weights of a checkpoint into this module.</summary>
    /// <param name="checkpoint_path">A file written by the Trainer or by Python's Lightning.</param>
    /// <param name="strict">Whether the keys must match exactly; null takes <see cref="strict_loading"/>.</param>
    public void load_from_checkpoint(string checkpoint_path, bool? strict = null) =>
        CheckpointFile.Read(checkpoint_path).LoadInto(this, strict ?? strict_loading);
}
