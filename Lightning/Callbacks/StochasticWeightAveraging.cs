using System.Globalization;
using static TorchSharp.torch.optim.swa_utils.impl;

namespace Lightning;

/// <summary>
/// Stochastic weight averaging: from some epoch on the learning rate goes to a constant one, and the weights at the end of each epoch are averaged. The fit
/// ends with the average in the module; where it has batch normalization, one more pass over the training data gives it the statistics of those weights.
/// </summary>
/// <remarks>
/// Follows Izmailov et al., "Averaging Weights Leads to Wider Optima and Better Generalization". Python:
/// <c>lightning.pytorch.callbacks.StochasticWeightAveraging</c>, which averages at the beginning of epochs, so that the last one's training is lost, and
/// makes the pass by an epoch of its own. Checkpoints hold the raw weights, and the average in this callback's state.
/// </remarks>
public sealed class StochasticWeightAveraging : Callback
{
    private readonly IReadOnlyList<double> _rates;
    private readonly Func<Trainer, int> _start;
    private readonly int _annealingEpochs;
    private readonly string _annealingStrategy;
    private readonly Func<Tensor, Tensor, Tensor, Tensor>? _average;
    private readonly Device? _device;
    private AveragedWeights? _weights;
    private SWALR? _scheduler;
    private IReadOnlyDictionary<string, object?>? _restored;
    private int _latestEpoch = -1;

    /// <summary>Makes the callback.</summary>
    /// <param name="swa_lrs">The learning rates to average at: one for all parameter groups, or one for each.</param>
    /// <param name="swa_epoch_start">The first epoch whose end is averaged, from 0 (an int), or after which share of <c>max_epochs</c> (a double).</param>
    /// <param name="annealing_epochs">How many epochs the learning rate takes to get there.</param>
    /// <param name="annealing_strategy">"cos" (the default) or "linear".</param>
    /// <param name="avg_fn">The new average of one tensor from the old one, the present value and how many were averaged; null for their mean.</param>
    /// <param name="device">Where the average lies; null (the default) for the processor.</param>
    /// <exception cref="MisconfigurationException">A setting is out of range.</exception>
    public StochasticWeightAveraging(
        IReadOnlyList<double> swa_lrs,
        Share? swa_epoch_start = null,
        int annealing_epochs = 10,
        string annealing_strategy = "cos",
        Func<Tensor, Tensor, Tensor, Tensor>? avg_fn = null,
        Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(swa_lrs);
        if (swa_lrs.Count == 0 || swa_lrs.Any(rate => !(rate > 0)))
        {
            throw new MisconfigurationException("StochasticWeightAveraging(swa_lrs:) takes one positive learning rate, or one for each parameter group.");
        }

        if (annealing_epochs < 0)
        {
            throw new MisconfigurationException($"StochasticWeightAveraging(annealing_epochs: {annealing_epochs}) is negative.");
        }

        if (annealing_strategy is not ("cos" or "linear"))
        {
            throw new MisconfigurationException($"StochasticWeightAveraging(annealing_strategy: \"{annealing_strategy}\") is unknown; use \"cos\" or \"linear\".");
        }

        var start = swa_epoch_start ?? 0.8;
        _start = trainer => start.Of(trainer.max_epochs);
        _rates = swa_lrs;
        _annealingEpochs = annealing_epochs;
        _annealingStrategy = annealing_strategy;
        _average = avg_fn;
        _device = device;
    }

    /// <inheritdoc cref="StochasticWeightAveraging(IReadOnlyList{double}, Share?, int, string, Func{Tensor, Tensor, Tensor, Tensor}?, Device?)"/>
    public StochasticWeightAveraging(
        double swa_lrs,
        Share? swa_epoch_start = null,
        int annealing_epochs = 10,
        string annealing_strategy = "cos",
        Func<Tensor, Tensor, Tensor, Tensor>? avg_fn = null,
        Device? device = null)
        : this([swa_lrs], swa_epoch_start, annealing_epochs, annealing_strategy, avg_fn, device)
    {
    }

    /// <summary>How many epochs were averaged.</summary>
    public long n_averaged => _weights?.Count ?? 0;

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => new()
    {
        ["n_averaged"] = n_averaged,
        ["latest_update_epoch"] = (long)_latestEpoch,
        ["averaging"] = _scheduler is not null,
        ["average_model_state"] = _weights?.Save(),
    };

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => _restored = state_dict;

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
        if (trainer.optimizers.Count != 1 || trainer.lr_scheduler_configs.Count > 1)
        {
            throw new MisconfigurationException(
                $"StochasticWeightAveraging works with one optimizer and at most one scheduler; configure_optimizers made {trainer.optimizers.Count} and {trainer.lr_scheduler_configs.Count}.");
        }

        if (trainer.max_epochs < 1)
        {
            throw new MisconfigurationException("StochasticWeightAveraging has to know when training ends. Pass Trainer(max_epochs:).");
        }

        Forget();
        if (_restored is not { } state)
        {
            return;
        }

        // Before the Trainer hands the saved states to the schedulers: averaging has put its own in the place of the module's.
        _restored = null;
        _latestEpoch = Convert.ToInt32(state["latest_update_epoch"], CultureInfo.InvariantCulture);
        if (state["averaging"] is true)
        {
            Anneal(trainer);
        }

        if (state["average_model_state"] is IReadOnlyDictionary<string, object?> average)
        {
            Weights(pl_module).Load(average, Convert.ToInt64(state["n_averaged"], CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc/>
    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        if (_scheduler is null && trainer.current_epoch >= _start(trainer))
        {
            Anneal(trainer);
        }
    }

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (_scheduler is not null && trainer.current_epoch > _latestEpoch)
        {
            Weights(pl_module).Update();
            _latestEpoch = trainer.current_epoch;
        }
    }

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module)
    {
        if (n_averaged == 0)
        {
            return;
        }

        _weights!.CopyToModule();
        if (pl_module.modules().Any(module => module is TorchSharp.Modules.BatchNorm { track_running_stats: true }))
        {
            trainer.RenewBatchNorm();
        }
    }

    /// <inheritdoc/>
    public override void teardown(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit")
        {
            _weights?.Dispose();
            _weights = null;
        }
    }

    private AveragedWeights Weights(LightningModule module) =>
        _weights ??= new AveragedWeights(module, _device ?? torch.CPU, buffers: false, _average, torch.optim.swa_utils.get_swa_multi_avg_fn());

    private void Anneal(Trainer trainer)
    {
        _scheduler = new SWALR(trainer.optimizers[0], [.. _rates], _annealingEpochs, _annealingStrategy);
        var before = trainer.lr_scheduler_configs.FirstOrDefault();
        trainer.Schedulers.Configs = [new LRSchedulerConfig(_scheduler, name: before?.name)];
        if (before is not null)
        {
            L.rank_zero_info($"Averaging weights: {before.scheduler.GetType().Name} gives way to the learning rates {string.Join(", ", _rates)}.");
        }
    }

    private void Forget()
    {
        _weights?.Dispose();
        _weights = null;
        _scheduler = null;
        _latestEpoch = -1;
    }
}
