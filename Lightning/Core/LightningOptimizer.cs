namespace Lightning;

/// <summary>An optimizer under manual optimization: its steps run the hooks and count in <c>global_step</c>.</summary>
public sealed class LightningOptimizer
{
    private readonly Trainer _trainer;
    private readonly Func<Tensor> _closure;
    private Func<Tensor>? _users;

    internal LightningOptimizer(Trainer trainer, torch.optim.Optimizer optimizer)
    {
        _trainer = trainer;
        _closure = Closure;
        this.optimizer = optimizer;
    }

    /// <summary>The optimizer itself.</summary>
    public torch.optim.Optimizer optimizer { get; }

    /// <summary>Clears the gradients of the optimizer's parameters.</summary>
    public void zero_grad() => optimizer.zero_grad();

    /// <summary>Takes one step: the closure if there is one, <c>on_before_optimizer_step</c>, then the update.</summary>
    /// <param name="closure">Computes the loss and its gradients, for optimizers that evaluate them more than once.</param>
    /// <exception cref="MisconfigurationException">The optimizer is LBFGS, and there is no closure.</exception>
    public void step(Func<Tensor>? closure = null)
    {
        if (closure is null && optimizer is TorchSharp.Modules.LBFGS)
        {
            throw new MisconfigurationException("LBFGS evaluates the loss several times in a step. Pass a closure that computes it: optimizer.step(() => { ... }).");
        }

        _users = closure;
        _trainer.precision.OptimizerStep(optimizer, _closure);
        _users = null;
        _trainer.precision.after_optimizer_steps();
        _trainer.Progress.GlobalStep++;
    }

    // Without a closure of the user's there is no loss to return, and no optimizer that goes without one asks for it.
    private Tensor Closure()
    {
        var loss = _users?.Invoke();
        _trainer.precision.unscale_gradients(optimizer);
        _trainer.Hooks.BeforeOptimizerStep(optimizer);
        return loss!;
    }
}
