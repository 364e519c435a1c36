namespace Lightning;

/// <summary>
/// What <c>configure_optimizers</c> returns: optimizers and schedulers. An optimizer, a pair (optimizer, scheduler), a pair
/// (optimizer, <see cref="LRSchedulerConfig"/>), an array of optimizers, or a pair of arrays convert to it.
/// </summary>
/// <param name="Optimizers">The optimizers; more than one needs manual optimization.</param>
/// <param name="Schedulers">The schedulers, each with when it advances.</param>
public sealed record OptimizerConfig(IReadOnlyList<torch.optim.Optimizer> Optimizers, IReadOnlyList<LRSchedulerConfig> Schedulers)
{
    /// <summary>One optimizer, optionally with a scheduler, as Python's dictionary form.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="lr_scheduler">Its scheduler.</param>
    /// <param name="monitor">The metric of a plateau scheduler.</param>
    public OptimizerConfig(torch.optim.Optimizer optimizer, LRSchedulerConfig? lr_scheduler = null, string? monitor = null)
        : this([optimizer], lr_scheduler is null ? [] : [monitor is null ? lr_scheduler : lr_scheduler with { monitor = monitor }])
    {
    }

    /// <summary>One optimizer.</summary>
    public static implicit operator OptimizerConfig(torch.optim.Optimizer optimizer) => new(optimizer);

    /// <summary>Several optimizers, for manual optimization.</summary>
    public static implicit operator OptimizerConfig(torch.optim.Optimizer[] optimizers) => new(optimizers, []);

    /// <summary>One optimizer and a scheduler that advances each epoch.</summary>
    public static implicit operator OptimizerConfig((torch.optim.Optimizer optimizer, torch.optim.lr_scheduler.LRScheduler scheduler) pair) =>
        new(pair.optimizer, new LRSchedulerConfig(pair.scheduler));

    /// <summary>One optimizer and a configured scheduler.</summary>
    public static implicit operator OptimizerConfig((torch.optim.Optimizer optimizer, LRSchedulerConfig scheduler) pair) => new(pair.optimizer, pair.scheduler);

    /// <summary>Several optimizers and schedulers, for manual optimization.</summary>
    public static implicit operator OptimizerConfig((torch.optim.Optimizer[] optimizers, LRSchedulerConfig[] schedulers) pair) =>
        new(pair.optimizers, pair.schedulers);
}
