using System.Globalization;

namespace Lightning;

/// <summary>Stops training when a metric no longer improves.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.EarlyStopping</c>.</remarks>
public sealed class EarlyStopping : Callback
{
    private readonly bool _larger;
    private readonly double _minDelta;
    private readonly bool _strict;
    private readonly bool _checkFinite;
    private readonly bool _verbose;
    private readonly double? _stoppingThreshold;
    private readonly double? _divergenceThreshold;
    private readonly bool? _onTrainEpochEnd;
    private readonly bool _logRankZeroOnly;

    /// <summary>Makes the callback.</summary>
    /// <param name="monitor">The metric to watch.</param>
    /// <param name="min_delta">The least change that counts as an improvement.</param>
    /// <param name="patience">How many checks without improvement to wait for.</param>
    /// <param name="verbose">Says when the metric improves.</param>
    /// <param name="mode">"min" (the default) or "max".</param>
    /// <param name="strict">Whether a missing metric is an error (the default) or a warning.</param>
    /// <param name="check_finite">Stops when the metric is not a number or infinite.</param>
    /// <param name="stopping_threshold">Stops once the metric is better than this.</param>
    /// <param name="divergence_threshold">Stops once the metric is worse than this.</param>
    /// <param name="log_rank_zero_only">Says on the first rank only why training stops; default false: every rank that asks for it says so.</param>
    /// <param name="check_on_train_epoch_end">Looks at the end of the training epoch rather than of validation; null decides by when validation runs.</param>
    public EarlyStopping(
        string monitor,
        double min_delta = 0.0,
        int patience = 3,
        bool verbose = false,
        string mode = "min",
        bool strict = true,
        bool check_finite = true,
        double? stopping_threshold = null,
        double? divergence_threshold = null,
        bool? check_on_train_epoch_end = null,
        bool log_rank_zero_only = false)
    {
        _larger = mode switch
        {
            "min" => false,
            "max" => true,
            _ => throw new MisconfigurationException($"EarlyStopping(mode: \"{mode}\") is unknown; use \"min\" or \"max\"."),
        };
        this.monitor = monitor;
        this.patience = patience;
        _minDelta = Math.Abs(min_delta);
        _verbose = verbose;
        _strict = strict;
        _checkFinite = check_finite;
        _stoppingThreshold = stopping_threshold;
        _divergenceThreshold = divergence_threshold;
        _onTrainEpochEnd = check_on_train_epoch_end;
        _logRankZeroOnly = log_rank_zero_only;
        best_score = _larger ? double.NegativeInfinity : double.PositiveInfinity;
    }

    /// <summary>The metric that is watched.</summary>
    public string monitor { get; }

    /// <summary>How many checks without improvement to wait for.</summary>
    public int patience { get; }

    /// <summary>The best value so far.</summary>
    public double best_score { get; private set; }

    /// <summary>How many checks went by without improvement.</summary>
    public int wait_count { get; private set; }

    /// <summary>The epoch in which training was stopped; 0 before that.</summary>
    public int stopped_epoch { get; private set; }

    /// <summary>Why training was stopped.</summary>
    public EarlyStoppingReason stopping_reason { get; private set; }

    /// <summary>The reason in words, or "".</summary>
    public string stopping_reason_message { get; private set; } = "";

    /// <inheritdoc/>
    public override bool AfterModuleOnTrainEpochEnd => true;

    /// <inheritdoc/>
    public override string state_key => $"EarlyStopping{{'monitor': '{monitor}', 'mode': '{(_larger ? "max" : "min")}'}}";

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => new()
    {
        ["wait_count"] = (long)wait_count,
        ["stopped_epoch"] = (long)stopped_epoch,
        ["best_score"] = best_score,
        ["patience"] = (long)patience,
    };

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        wait_count = Convert.ToInt32(state_dict["wait_count"], CultureInfo.InvariantCulture);
        stopped_epoch = Convert.ToInt32(state_dict["stopped_epoch"], CultureInfo.InvariantCulture);
        best_score = state_dict["best_score"] is Tensor tensor ? tensor.ToScalar().ToDouble() : Convert.ToDouble(state_dict["best_score"], CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (ChecksOnTrainEpochEnd(trainer))
        {
            Check(trainer);
        }
    }

    /// <inheritdoc/>
    public override void on_validation_end(Trainer trainer, LightningModule pl_module)
    {
        if (!ChecksOnTrainEpochEnd(trainer))
        {
            Check(trainer);
        }
    }

    // Validation that runs several times an epoch, or not in each, is looked at when it ends.
    private bool ChecksOnTrainEpochEnd(Trainer trainer) =>
        _onTrainEpochEnd ?? (trainer.val_check_interval.IsEpochEnd && trainer.check_val_every_n_epoch == 1);

    private void Check(Trainer trainer)
    {
        if (trainer.fast_dev_run.Enabled || trainer.stage != TrainerStage.Fit || trainer.sanity_checking)
        {
            return;
        }

        var metrics = trainer.callback_metrics;
        if (!metrics.TryGetValue(monitor, out var value))
        {
            var message = $"EarlyStopping monitors \"{monitor}\", which was not logged; logged were: {MetricDictionary.Names(metrics)}.";
            if (_strict)
            {
                throw new MisconfigurationException(message + " Log it, or pass strict: false.");
            }

            L.rank_zero_warn(message);
            return;
        }

        // Each process looks at its own value; a stop that one asks for stops all of them.
        trainer.should_stop |= trainer.strategy.reduce_boolean_decision(Stops(trainer, value.item()), all: false);
    }

    private bool Stops(Trainer trainer, double current)
    {
        if (_checkFinite && !double.IsFinite(current))
        {
            return Stop(trainer, EarlyStoppingReason.NonFiniteMetric, $"{monitor} = {Text(current)} is not finite; its best value was {Text(best_score)}.");
        }

        if (_stoppingThreshold is { } threshold && Better(current, threshold))
        {
            return Stop(trainer, EarlyStoppingReason.StoppingThreshold, $"{monitor} = {Text(current)} reached the threshold {Text(threshold)}.");
        }

        if (_divergenceThreshold is { } limit && Better(-current, -limit))
        {
            return Stop(trainer, EarlyStoppingReason.DivergenceThreshold, $"{monitor} = {Text(current)} is worse than the limit {Text(limit)}.");
        }

        if (Better(_larger ? current - _minDelta : current + _minDelta, best_score))
        {
            if (_verbose)
            {
                L.rank_zero_info($"{monitor} improved to {Text(current)}.");
            }

            best_score = current;
            wait_count = 0;
            return false;
        }

        return ++wait_count >= patience && Stop(
            trainer,
            EarlyStoppingReason.PatienceExhausted,
            $"{monitor} did not improve in the last {wait_count} checks; its best value was {Text(best_score)}.");
    }

    private bool Better(double value, double than) => _larger ? value > than : value < than;

    private bool Stop(Trainer trainer, EarlyStoppingReason reason, string message)
    {
        stopped_epoch = trainer.current_epoch;
        stopping_reason = reason;
        stopping_reason_message = message;
        var text = $"Early stopping: {message}";
        if (trainer.world_size == 1 || _logRankZeroOnly)
        {
            L.rank_zero_info(text);
        }
        else
        {
            L.every_rank_info($"[rank {trainer.global_rank}] {text}");
        }

        return true;
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
