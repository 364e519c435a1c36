namespace Lightning;

/// <summary>Runs <see cref="Tuner.lr_find"/> when a fit begins and trains with the learning rate found. A fit that goes on from a checkpoint keeps its own.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.LearningRateFinder</c>.</remarks>
public class LearningRateFinder : Callback
{
    private readonly Func<Tuner, Trainer, LightningModule, LRFinder> _find;

    /// <summary>Makes the callback.</summary>
    /// <param name="min_lr">The first learning rate.</param>
    /// <param name="max_lr">The last learning rate.</param>
    /// <param name="num_training_steps">How many optimizer steps.</param>
    /// <param name="mode">"exponential" (the default) or "linear".</param>
    /// <param name="early_stop_threshold">Ends the trial when the smoothed loss is above so many times the best; null goes on to the end.</param>
    /// <param name="update_attr">Whether to train with the learning rate found (the default), or only to look.</param>
    public LearningRateFinder(
        double min_lr = 1e-8, double max_lr = 1, int num_training_steps = 100, string mode = "exponential", double? early_stop_threshold = 4.0, bool update_attr = true)
    {
        UpdatesModule = update_attr;
        _find = (tuner, trainer, module) => tuner.lr_find(
            module,
            trainer.Data.PassedTrain,
            trainer.Data.PassedTrain is null ? trainer.datamodule : null,
            "fit",
            min_lr,
            max_lr,
            num_training_steps,
            mode,
            early_stop_threshold,
            update_attr ? null : false);
    }

    /// <summary>What was measured last, or null.</summary>
    public LRFinder? optimal_lr { get; private set; }

    /// <inheritdoc/>
    public sealed override int Order => TunerOrder;

    private bool UpdatesModule { get; }

    /// <summary>Looks for a learning rate and trains with it from here on; a derived class may call it in other epochs.</summary>
    /// <param name="trainer">The Trainer.</param>
    /// <param name="pl_module">The module.</param>
    public void lr_find(Trainer trainer, LightningModule pl_module)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(pl_module);
        optimal_lr = _find(new Tuner(trainer), trainer, pl_module);
        if (!UpdatesModule || optimal_lr.suggestion() is not { } found)
        {
            return;
        }

        var rate = trainer.strategy.broadcast(found);
        foreach (var group in trainer.optimizers[0].ParamGroups)
        {
            group.LearningRate = group.InitialLearningRate = rate;
        }

        if (trainer.lr_scheduler_configs.Count > 0 && pl_module is not IHasLearningRate)
        {
            L.rank_zero_warn("LearningRateFinder: schedulers count from the learning rate that they were made with. Let the module implement IHasLearningRate, so that they are made with the one found.");
        }
    }

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
        if (trainer.ResumedFrom is not null || trainer.fast_dev_run.Enabled)
        {
            return;
        }

        if (trainer.world_size > 1)
        {
            throw new MisconfigurationException(
                "LearningRateFinder cannot try a module whose gradients several processes share already. Call new Tuner(trainer).lr_find(model) before fit.");
        }

        lr_find(trainer, pl_module);
        if (UpdatesModule && pl_module is IHasLearningRate)
        {
            // Optimizer and schedulers anew, so that both begin with what was found.
            trainer.MakeOptimizersAnew();
        }
    }
}
