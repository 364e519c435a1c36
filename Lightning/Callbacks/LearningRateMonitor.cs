namespace Lightning;

/// <summary>Logs the learning rates: <c>lr-Adam</c>, a second Adam as <c>lr-Adam-1</c>, several groups with <c>/pg1</c> and so on.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.LearningRateMonitor</c>.</remarks>
public sealed class LearningRateMonitor : Callback
{
    private readonly string? _interval;
    private readonly bool _momentum;
    private readonly bool _weightDecay;
    private readonly string _prefix;

    /// <summary>Makes the callback.</summary>
    /// <param name="logging_interval">"step", "epoch", or null (the default) for both, as each scheduler advances.</param>
    /// <param name="log_momentum">Logs the momentum too.</param>
    /// <param name="log_weight_decay">Logs the weight decay too.</param>
    /// <param name="log_key_prefix">Put before the names.</param>
    public LearningRateMonitor(string? logging_interval = null, bool log_momentum = false, bool log_weight_decay = false, string log_key_prefix = "")
    {
        if (logging_interval is not (null or "step" or "epoch"))
        {
            throw new MisconfigurationException($"LearningRateMonitor(logging_interval: \"{logging_interval}\") is unknown; use \"step\", \"epoch\" or null.");
        }

        _interval = logging_interval;
        _momentum = log_momentum;
        _weightDecay = log_weight_decay;
        _prefix = log_key_prefix;
    }

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module)
    {
        if (trainer.loggers.Count == 0)
        {
            throw new MisconfigurationException("LearningRateMonitor needs a logger, and the Trainer has none. Pass logger: true, or drop the callback.");
        }
    }

    /// <inheritdoc/>
    public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx)
    {
        if (_interval != "epoch" && trainer.log_every_n_steps > 0 && (trainer.Progress.BatchesThatStepped + 1) % trainer.log_every_n_steps == 0)
        {
            Log(trainer, _interval is null ? "step" : null);
        }
    }

    /// <inheritdoc/>
    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        if (_interval != "step")
        {
            Log(trainer, _interval is null ? "epoch" : null);
        }
    }

    private void Log(Trainer trainer, string? onlyInterval)
    {
        var row = new Dictionary<string, double>();
        var seen = new Dictionary<string, int>();
        var configs = trainer.lr_scheduler_configs;
        foreach (var optimizer in trainer.optimizers)
        {
            var config = configs.FirstOrDefault(item => ReferenceEquals(item.scheduler.Optimizer, optimizer));
            var type = optimizer.GetType().Name;
            var index = seen[type] = seen.TryGetValue(type, out var before) ? before + 1 : 0;
            if (onlyInterval is not null && (config?.interval ?? "epoch") != onlyInterval)
            {
                continue;
            }

            var name = config?.name ?? (index == 0 ? $"lr-{type}" : $"lr-{type}-{index}");
            AddGroups(row, optimizer, _prefix + name);
        }

        if (row.Count > 0)
        {
            trainer.LogToLoggers(row, trainer.Progress.BatchesThatStepped);
        }
    }

    private void AddGroups(Dictionary<string, double> row, torch.optim.Optimizer optimizer, string name)
    {
        var groups = optimizer.ParamGroups.ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            var key = groups.Count == 1 ? name : $"{name}/pg{i + 1}";
            row[key] = groups[i].LearningRate;
            if (_momentum)
            {
                row[$"{key}-momentum"] = Momentum(groups[i]);
            }

            if (_weightDecay && groups[i] is TorchSharp.Modules.ParamGroup group)
            {
                row[$"{key}-weight_decay"] = GroupOption.Number(group.Options, "weight_decay") ?? 0.0;
            }
        }
    }

    private static double Momentum(torch.optim.ILearningRateController group) => group switch
    {
        torch.optim.IMomentum momentum => momentum.Momentum,
        torch.optim.IBetas betas => betas.Betas.Item1,
        _ => 0.0,
    };
}
