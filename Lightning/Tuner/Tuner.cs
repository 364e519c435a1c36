using System.Collections;

namespace Lightning;

/// <summary>Finds a learning rate and a batch size by short trials, and leaves everything else as it was: weights, random state, modes, optimizers.</summary>
/// <remarks>
/// Trials run on each process's own device; with several processes the first one's losses count for all. A module says what may be set by <see cref="IHasLearningRate"/> and <see cref="IHasBatchSize"/>; a data module by
/// the latter. Each trial is a fit of its own: <c>setup</c>, <c>configure_optimizers</c> and the other hooks run for it too.
/// Python: <c>lightning.pytorch.tuner.Tuner</c>.
/// </remarks>
public sealed partial class Tuner
{
    private readonly Trainer _trainer;

    /// <summary>Makes the tuner.</summary>
    /// <param name="trainer">Whose device, number type, data limits and clipping the trials take.</param>
    public Tuner(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        _trainer = trainer;
    }

    /// <summary>Trains with a learning rate that grows from step to step and suggests the one at which the loss falls steepest.</summary>
    /// <param name="model">The module, with one optimizer under automatic optimization.</param>
    /// <param name="train_dataloaders">The training batches; null asks the data module, then the module.</param>
    /// <param name="datamodule">The data; not together with loaders.</param>
    /// <param name="method">"fit" (the default): a learning rate belongs to training.</param>
    /// <param name="min_lr">The first learning rate.</param>
    /// <param name="max_lr">The last learning rate.</param>
    /// <param name="num_training">How many optimizer steps.</param>
    /// <param name="mode">"exponential" (the default): by equal factors; "linear": by equal differences.</param>
    /// <param name="early_stop_threshold">Ends the trial when the smoothed loss is above so many times the best; null goes on to the end.</param>
    /// <param name="update_attr">Whether to set <see cref="IHasLearningRate.learning_rate"/> to the suggestion; null does so where the module has it.</param>
    /// <exception cref="MisconfigurationException">A setting is out of range, or the module does not fit.</exception>
    public LRFinder lr_find(
        LightningModule model,
        IEnumerable? train_dataloaders = null,
        LightningDataModule? datamodule = null,
        string method = "fit",
        double min_lr = 1e-8,
        double max_lr = 1,
        int num_training = 100,
        string mode = "exponential",
        double? early_stop_threshold = 4.0,
        bool? update_attr = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (method != "fit")
        {
            throw new MisconfigurationException($"lr_find(method: \"{method}\") has no learning rate to lead; use \"fit\".");
        }

        if (mode is not ("exponential" or "linear"))
        {
            throw new MisconfigurationException($"lr_find(mode: \"{mode}\") is unknown; use \"exponential\" or \"linear\".");
        }

        if (!(min_lr > 0 && max_lr > min_lr) || num_training < 2)
        {
            throw new MisconfigurationException($"lr_find: learning rates go from min_lr ({min_lr}) up to max_lr ({max_lr}), both positive, in at least two steps (num_training: {num_training}).");
        }

        if (!model.automatic_optimization)
        {
            throw new MisconfigurationException("lr_find leads the learning rate of one optimizer, and automatic_optimization is false. Set the learning rate by hand.");
        }

        if (update_attr == true && model is not IHasLearningRate)
        {
            throw new MisconfigurationException($"lr_find(update_attr: true): {model.GetType().Name} does not implement IHasLearningRate. Let it, or leave update_attr open.");
        }

        _trainer.strategy.launch();
        var finder = new LRFinder(mode, min_lr, max_lr, num_training);
        using (var state = new TrialState(_trainer, model, datamodule, "lr_find"))
        {
            var trial = _trainer.Trial(num_training, _trainer.accumulate_grad_batches, [state.Watch, new OneOptimizer(), new LearningRateTrial(finder, early_stop_threshold)]);
            trial.fit(model, train_dataloaders, datamodule: datamodule);
        }

        // Each process has tried for itself; the first one's word counts for all.
        finder.TakeFirst(_trainer.strategy);
        if (update_attr != false && model is IHasLearningRate settable && finder.suggestion() is { } rate)
        {
            settable.learning_rate = rate;
            L.rank_zero_info($"Learning rate set to {settable.learning_rate:G4}");
        }

        return finder;
    }

    /// <summary>Refuses a module whose optimizers a trial cannot lead.</summary>
    private sealed class OneOptimizer : Callback
    {
        public override void on_fit_start(Trainer trainer, LightningModule pl_module)
        {
            if (trainer.optimizers.Count != 1)
            {
                throw new MisconfigurationException($"lr_find leads the learning rate of one optimizer, and configure_optimizers made {trainer.optimizers.Count}.");
            }

            // The trial sets the learning rate itself.
            trainer.Schedulers.Configs = [];
        }
    }
}
