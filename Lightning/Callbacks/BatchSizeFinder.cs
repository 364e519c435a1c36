namespace Lightning;

/// <summary>Runs <see cref="Tuner.scale_batch_size"/> when a fit begins and trains with the batch size found. A fit that goes on from a checkpoint keeps its own.</summary>
/// <remarks>The loaders come from the module or the data module, which make them with their batch size. Python: <c>lightning.pytorch.callbacks.BatchSizeFinder</c>.</remarks>
public class BatchSizeFinder : Callback
{
    private readonly Func<Tuner, Trainer, LightningModule, int?> _find;

    /// <summary>Makes the callback.</summary>
    /// <param name="mode">"power" (the default) or "binsearch".</param>
    /// <param name="steps_per_trial">How many steps each size is tried with.</param>
    /// <param name="init_val">The first size.</param>
    /// <param name="max_trials">How many sizes to try at most.</param>
    /// <param name="margin">By which share a size found by "binsearch" is made smaller.</param>
    /// <param name="max_val">The largest size to try.</param>
    public BatchSizeFinder(string mode = "power", int steps_per_trial = 3, int init_val = 2, int max_trials = 25, double margin = 0.05, int max_val = 8192)
    {
        _find = (tuner, trainer, module) => tuner.scale_batch_size(module, trainer.datamodule, "fit", mode, steps_per_trial, init_val, max_trials, margin, max_val);
    }

    /// <summary>The size found, or null.</summary>
    public int? optimal_batch_size { get; private set; }

    /// <inheritdoc/>
    public sealed override int Order => TunerOrder;

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
        if (trainer.Data.PassedTrain is not null)
        {
            throw new MisconfigurationException("BatchSizeFinder cannot change the batches of loaders that were passed to fit. Override train_dataloader, with a batch_size that it takes.");
        }

        if (trainer.ResumedFrom is null && !trainer.fast_dev_run.Enabled)
        {
            optimal_batch_size = _find(new Tuner(trainer), trainer, pl_module);
        }
    }
}
