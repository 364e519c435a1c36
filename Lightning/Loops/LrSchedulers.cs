namespace Lightning;

/// <summary>Advances the learning-rate schedulers at the moments their configurations name.</summary>
internal sealed class LrSchedulers(Trainer trainer)
{
    private IReadOnlyList<LRSchedulerConfig> _configs = [];

    internal IReadOnlyList<LRSchedulerConfig> Configs
    {
        get => _configs;
        set
        {
            foreach (var config in value)
            {
                Check(config);
            }

            _configs = value;
        }
    }

    /// <summary>Advances the schedulers that take no metric.</summary>
    /// <param name="interval">"epoch" or "step".</param>
    /// <param name="index">The epoch, or the batch in it, from 0.</param>
    internal void StepTimed(string interval, int index)
    {
        foreach (var config in _configs)
        {
            if (config.interval == interval && !IsPlateau(config) && (index + 1) % config.frequency == 0)
            {
                trainer.Hooks.SchedulerStep(config.scheduler, null);
            }
        }
    }

    /// <summary>Advances the schedulers that watch a metric, which is read to the host only now.</summary>
    internal void StepPlateau(string interval, int index)
    {
        if (!trainer.Module.automatic_optimization)
        {
            return;
        }

        foreach (var config in _configs)
        {
            if (config.interval != interval || !IsPlateau(config) || (index + 1) % config.frequency != 0)
            {
                continue;
            }

            var metrics = trainer.Metrics.CallbackMetrics;
            if (metrics.TryGetValue(config.monitor!, out var value))
            {
                trainer.Hooks.SchedulerStep(config.scheduler, trainer.strategy.broadcast(value.item()));
                continue;
            }

            var message = $"The scheduler {config.scheduler.GetType().Name} monitors \"{config.monitor}\", which was not logged; logged were: {MetricDictionary.Names(metrics)}.";
            if (config.strict)
            {
                throw new MisconfigurationException(message + " Log it, or set strict: false.");
            }

            trainer.Metrics.WarnOnce(message);
        }
    }

    private static bool IsPlateau(LRSchedulerConfig config) =>
        config.reduce_on_plateau ?? config.scheduler is torch.optim.lr_scheduler.impl.ReduceLROnPlateau;

    private static void Check(LRSchedulerConfig config)
    {
        if (config.interval is not ("epoch" or "step"))
        {
            throw new MisconfigurationException($"LRSchedulerConfig(interval: \"{config.interval}\") is unknown; use \"epoch\" or \"step\".");
        }

        if (config.interval == "epoch" && config.scheduler is torch.optim.lr_scheduler.impl.OneCycleLR)
        {
            L.rank_zero_warn("OneCycleLR advances with each step, and its interval is \"epoch\". Return new LRSchedulerConfig(scheduler, interval: \"step\").");
        }

        if (config.frequency < 1)
        {
            throw new MisconfigurationException($"LRSchedulerConfig(frequency: {config.frequency}) must be at least 1.");
        }

        if (IsPlateau(config) && config.monitor is null)
        {
            throw new MisconfigurationException(
                $"The scheduler {config.scheduler.GetType().Name} needs a metric: return (optimizer, new LRSchedulerConfig(scheduler, monitor: \"val_loss\")).");
        }
    }
}
