namespace Lightning;

/// <summary>A learning-rate scheduler and when it advances. Names follow Python's scheduler dictionary.</summary>
/// <param name="scheduler">The scheduler.</param>
/// <param name="interval">"epoch" (the default) or "step", which means the optimizer's step.</param>
/// <param name="frequency">Advances every so many epochs or steps. Default 1.</param>
/// <param name="monitor">The metric that a plateau scheduler watches.</param>
/// <param name="strict">Whether a missing metric is an error (the default) or a warning.</param>
/// <param name="name">The name under which <see cref="LearningRateMonitor"/> logs it.</param>
/// <param name="reduce_on_plateau">Whether it takes a metric; null finds out by its type.</param>
public sealed record LRSchedulerConfig(
    torch.optim.lr_scheduler.LRScheduler scheduler,
    string interval = "epoch",
    int frequency = 1,
    string? monitor = null,
    bool strict = true,
    string? name = null,
    bool? reduce_on_plateau = null)
{
    /// <summary>A scheduler that advances each epoch.</summary>
    public static implicit operator LRSchedulerConfig(torch.optim.lr_scheduler.LRScheduler scheduler) => new(scheduler);
}
