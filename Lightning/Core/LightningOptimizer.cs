namespace Lightning;

/// <summary>An optimizer under manual optimization: its steps run the hooks and count in <c>global_step</c>.</summary>
public sealed class LightningOptimizer
{
    private readonly Trainer _trainer;

    internal LightningOptimizer(Trainer trainer, torch.optim.Optimizer optimizer)
    {
        _trainer = trainer;
        this.optimizer = optimizer;
    }

    /// <summary>The optimizer itself.</summary>
    public torch.optim.Optimizer optimizer { get; }

    /// <summary>Clears the gradients of the optimizer's parameters.</summary>
    public void zero_grad() => optimizer.zero_grad();

    /// <summary>Takes one step: the closure if there is one, <c>on_before_optimizer_step</c>, then the update.</summary>
    /// <param name="closure">Computes the loss and its gradients, for optimizers that evaluate them more than once.</param>
    public void step(Func<Tensor>? closure = null)
    {
        if (closure is null)
        {
            _trainer.Hooks.BeforeOptimizerStep(optimizer);
            optimizer.step();
        }
        else
        {
            _trainer.precision.OptimizerStep(optimizer, () =>
            {
                var loss = closure();
                _trainer.Hooks.BeforeOptimizerStep(optimizer);
                return loss;
            });
        }

        _trainer.Progress.GlobalStep++;
    }
}
