namespace Lightning;

public abstract partial class LightningModule
{
    private IDisposable? _toggled;

    /// <summary>
    /// Makes the optimizer and its schedulers. An optimizer, a pair of optimizer and scheduler, or an array of optimizers convert to
    /// <see cref="OptimizerConfig"/>; null trains nothing by itself.
    /// </summary>
    public virtual OptimizerConfig? configure_optimizers() => null;

    /// <summary>What takes the place of <see cref="configure_optimizers"/>: a command line's optimizer; null leaves it.</summary>
    internal Func<OptimizerConfig?>? OptimizersFromOutside { get; set; }

    /// <summary>Runs backward. <paramref name="loss"/> is already divided by the size of the accumulation window.</summary>
    public virtual void backward(Tensor loss) => loss.backward();

    /// <summary>
    /// Takes one optimizer step. An override calls <c>optimizer.step(closure)</c> (or the closure, then <c>optimizer.step()</c>) itself;
    /// the closure runs <c>training_step</c>, zeroes the gradients where a window begins, runs backward and clips. Under "16-mixed" only this method's
    /// own body leaves a step out whose gradients overflowed: an override calls it.
    /// </summary>
    public virtual void optimizer_step(int epoch, int batch_idx, torch.optim.Optimizer optimizer, Func<Tensor> closure) =>
        trainer.precision.OptimizerStep(optimizer, closure);

    /// <summary>Clears the gradients at the beginning of an accumulation window.</summary>
    public virtual void optimizer_zero_grad(int epoch, int batch_idx, torch.optim.Optimizer optimizer) => optimizer.zero_grad();

    /// <summary>Clips the gradients before the step; the default calls <see cref="clip_gradients"/> with the Trainer's settings.</summary>
    public virtual void configure_gradient_clipping(torch.optim.Optimizer optimizer, double? gradient_clip_val, string? gradient_clip_algorithm) =>
        clip_gradients(optimizer, gradient_clip_val, gradient_clip_algorithm);

    /// <summary>Clips the gradients of one optimizer's parameters.</summary>
    /// <param name="optimizer">Whose parameters.</param>
    /// <param name="gradient_clip_val">The greatest norm or value; null takes the Trainer's; zero or less clips nothing.</param>
    /// <param name="gradient_clip_algorithm">"norm" (the L2 norm over all parameters) or "value"; null takes the Trainer's.</param>
    /// <exception cref="MisconfigurationException">The Trainer clips with other settings, or the algorithm is unknown.</exception>
    public virtual void clip_gradients(torch.optim.Optimizer optimizer, double? gradient_clip_val = null, string? gradient_clip_algorithm = null)
    {
        if (gradient_clip_val is not null && trainer.gradient_clip_val is not null && gradient_clip_val != trainer.gradient_clip_val)
        {
            throw new MisconfigurationException(
                $"clip_gradients({gradient_clip_val}) contradicts Trainer(gradient_clip_val: {trainer.gradient_clip_val}). Set one of them.");
        }

        if (gradient_clip_algorithm is not (null or "norm" or "value"))
        {
            throw new MisconfigurationException($"clip_gradients: the algorithm \"{gradient_clip_algorithm}\" is unknown; use \"norm\" or \"value\".");
        }

        if (gradient_clip_algorithm is not null && trainer.AlgorithmGiven is { } given && gradient_clip_algorithm != given)
        {
            throw new MisconfigurationException(
                $"clip_gradients with the algorithm \"{gradient_clip_algorithm}\" contradicts Trainer(gradient_clip_algorithm: \"{given}\"). Set one of them.");
        }

        var value = gradient_clip_val ?? trainer.gradient_clip_val;
        if (value is { } limit and > 0)
        {
            trainer.precision.unscale_gradients(optimizer);
            trainer.precision.ClipGradients(optimizer, limit, gradient_clip_algorithm ?? trainer.gradient_clip_algorithm);
        }
    }

    /// <summary>Advances one learning-rate scheduler.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="metric">The monitored value for a plateau scheduler; null for the others.</param>
    public virtual void lr_scheduler_step(torch.optim.lr_scheduler.LRScheduler scheduler, double? metric)
    {
        if (metric is { } current)
        {
            scheduler.step(current);
        }
        else
        {
            scheduler.step();
        }
    }

    /// <summary>The optimizers made by <see cref="configure_optimizers"/>, for manual optimization.</summary>
    public IReadOnlyList<LightningOptimizer> optimizers() => trainer.ManualOptimizers;

    /// <summary>The schedulers made by <see cref="configure_optimizers"/>.</summary>
    public IReadOnlyList<torch.optim.lr_scheduler.LRScheduler> lr_schedulers() => [.. trainer.lr_scheduler_configs.Select(config => config.scheduler)];

    /// <summary>
    /// Until the result is disposed only this optimizer's parameters require gradients, so that backward does not reach the others'. Automatic
    /// optimization does so by itself.
    /// </summary>
    /// <remarks>Python: <c>with self.toggled_optimizer(optimizer)</c>.</remarks>
    public IDisposable toggled_optimizer(LightningOptimizer optimizer) => trainer.Toggle(optimizer.optimizer);

    /// <summary>As <see cref="toggled_optimizer"/>, until <see cref="untoggle_optimizer"/>.</summary>
    public void toggle_optimizer(LightningOptimizer optimizer)
    {
        if (_toggled is not null)
        {
            throw new MisconfigurationException("toggle_optimizer was called twice. Call untoggle_optimizer in between.");
        }

        _toggled = trainer.Toggle(optimizer.optimizer);
    }

    /// <summary>Ends what <see cref="toggle_optimizer"/> began; nothing without it.</summary>
    public void untoggle_optimizer(LightningOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        _toggled?.Dispose();
        _toggled = null;
    }

    /// <summary>Gives every process the tensors of all, stacked: the first dimension is the rank; with one process there is none to add.</summary>
    /// <param name="tensor">Of the same shape and type everywhere. The result carries no gradient.</param>
    public Tensor all_gather(Tensor tensor) => trainer.world_size == 1 ? tensor : trainer.strategy.all_gather(tensor);

    /// <summary>Runs backward by hand, with the hooks around it.</summary>
    /// <exception cref="MisconfigurationException">The module optimizes automatically.</exception>
    public void manual_backward(Tensor loss)
    {
        if (automatic_optimization)
        {
            throw new MisconfigurationException("manual_backward was called, and automatic_optimization is true. Set automatic_optimization = false in the constructor.");
        }

        trainer.Anomalies?.CheckLoss(loss);
        trainer.Hooks.Backward(loss);
    }
}
