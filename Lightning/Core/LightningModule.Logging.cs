namespace Lightning;

public abstract partial class LightningModule
{
    /// <summary>Logs one value to the loggers, the progress bar and <c>trainer.callback_metrics</c>.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="value">One element, on any device; it is detached, and read to the host only when it is shown or written.</param>
    /// <param name="prog_bar">Shows it on the progress bar.</param>
    /// <param name="logger">Sends it to the loggers.</param>
    /// <param name="on_step">Logs the value of this step. Default: true in training steps and batch hooks, false elsewhere.</param>
    /// <param name="on_epoch">Accumulates over the epoch. Default: false in training steps, true in evaluation and in epoch hooks. With both, the names become <c>name_step</c> and <c>name_epoch</c>.</param>
    /// <param name="reduce_fx">How an epoch's values become one: "mean" (weighted by batch size), "sum", "min", "max".</param>
    /// <param name="sync_dist">Reduces over the processes.</param>
    /// <param name="add_dataloader_idx">Adds <c>/dataloader_idx_N</c> when several loaders are evaluated.</param>
    /// <param name="batch_size">The weight of this value; by default the first dimension of the batch's first tensor.</param>
    /// <param name="rank_zero_only">Logged on the first rank only.</param>
    /// <exception cref="MisconfigurationException">The hook at hand does not log, the arguments contradict each other or an earlier call, or the value has several elements.</exception>
    public void log(
        string name,
        Tensor value,
        bool prog_bar = false,
        bool logger = true,
        bool? on_step = null,
        bool? on_epoch = null,
        Reduce reduce_fx = default,
        bool sync_dist = false,
        bool add_dataloader_idx = true,
        int? batch_size = null,
        bool rank_zero_only = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var request = new LogRequest(prog_bar, logger, on_step, on_epoch, reduce_fx, sync_dist, add_dataloader_idx, batch_size, rank_zero_only);
        if (_trainer is { Anomalies: { } watch, Hooks.Current: Hook.validation_step })
        {
            watch.CheckValidation($"\"{name}\"", value);
        }

        _trainer?.Metrics.Log(_trainer.Hooks.Current, name, value, request);
        WarnWithoutTrainer(name);
    }

    /// <inheritdoc cref="log(string, Tensor, bool, bool, bool?, bool?, Reduce, bool, bool, int?, bool)"/>
    public void log(
        string name,
        double value,
        bool prog_bar = false,
        bool logger = true,
        bool? on_step = null,
        bool? on_epoch = null,
        Reduce reduce_fx = default,
        bool sync_dist = false,
        bool add_dataloader_idx = true,
        int? batch_size = null,
        bool rank_zero_only = false)
    {
        var request = new LogRequest(prog_bar, logger, on_step, on_epoch, reduce_fx, sync_dist, add_dataloader_idx, batch_size, rank_zero_only);
        _trainer?.Metrics.Log(_trainer.Hooks.Current, name, value, request);
        WarnWithoutTrainer(name);
    }

    /// <summary>
    /// Logs a metric object: the step's value is that of the last batch given to its <c>forward</c>, the epoch's what it computes over all, in all processes;
    /// it is reset when the epoch is over. <c>reduce_fx</c> and weights have no part in it.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The metric; keep it in a field of the module, so that it moves with it and every process finds it.</param>
    /// <param name="prog_bar">Shows it on the progress bar.</param>
    /// <param name="logger">Sends it to the loggers.</param>
    /// <param name="on_step">Logs the value of this step. Default: true in training steps and batch hooks, false elsewhere.</param>
    /// <param name="on_epoch">Logs the epoch's value. Default: false in training steps, true in evaluation and in epoch hooks.</param>
    /// <param name="add_dataloader_idx">Adds <c>/dataloader_idx_N</c> when several loaders are evaluated.</param>
    /// <exception cref="MisconfigurationException">The hook at hand does not log, the arguments contradict each other or an earlier call, or the metric's value has several elements.</exception>
    public void log(
        string name,
        ILoggableMetric value,
        bool prog_bar = false,
        bool logger = true,
        bool? on_step = null,
        bool? on_epoch = null,
        bool add_dataloader_idx = true)
    {
        ArgumentNullException.ThrowIfNull(value);
        var request = new LogRequest(prog_bar, logger, on_step, on_epoch, Reduce.Mean, SyncDist: false, add_dataloader_idx, BatchSize: null, RankZeroOnly: false);
        _trainer?.Metrics.Log(_trainer.Hooks.Current, name, value, request);
        WarnWithoutTrainer(name);
    }

    /// <summary>Logs metric objects, a <see cref="Lightning.Metrics.MetricCollection"/> for example, each under its name.</summary>
    /// <inheritdoc cref="log(string, ILoggableMetric, bool, bool, bool?, bool?, bool)"/>
    public void log_dict(
        IEnumerable<KeyValuePair<string, ILoggableMetric>> dictionary,
        bool prog_bar = false,
        bool logger = true,
        bool? on_step = null,
        bool? on_epoch = null,
        bool add_dataloader_idx = true)
    {
        foreach (var (name, value) in dictionary)
        {
            log(name, value, prog_bar, logger, on_step, on_epoch, add_dataloader_idx);
        }
    }

    /// <summary>Logs several values with the same arguments; see <see cref="log(string, Tensor, bool, bool, bool?, bool?, Reduce, bool, bool, int?, bool)"/>.</summary>
    public void log_dict(
        IEnumerable<KeyValuePair<string, Tensor>> dictionary,
        bool prog_bar = false,
        bool logger = true,
        bool? on_step = null,
        bool? on_epoch = null,
        Reduce reduce_fx = default,
        bool sync_dist = false,
        bool add_dataloader_idx = true,
        int? batch_size = null,
        bool rank_zero_only = false)
    {
        foreach (var (name, value) in dictionary)
        {
            log(name, value, prog_bar, logger, on_step, on_epoch, reduce_fx, sync_dist, add_dataloader_idx, batch_size, rank_zero_only);
        }
    }

    /// <inheritdoc cref="log_dict(IEnumerable{KeyValuePair{string, Tensor}}, bool, bool, bool?, bool?, Reduce, bool, bool, int?, bool)"/>
    public void log_dict(
        IEnumerable<KeyValuePair<string, double>> dictionary,
        bool prog_bar = false,
        bool logger = true,
        bool? on_step = null,
        bool? on_epoch = null,
        Reduce reduce_fx = default,
        bool sync_dist = false,
        bool add_dataloader_idx = true,
        int? batch_size = null,
        bool rank_zero_only = false)
    {
        foreach (var (name, value) in dictionary)
        {
            log(name, value, prog_bar, logger, on_step, on_epoch, reduce_fx, sync_dist, add_dataloader_idx, batch_size, rank_zero_only);
        }
    }

    private void WarnWithoutTrainer(string name)
    {
        if (_trainer is null)
        {
            L.rank_zero_warn($"{GetType().Name}.log(\"{name}\") does nothing, since no Trainer runs the module.");
        }
    }
}
