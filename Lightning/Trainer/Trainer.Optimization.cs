namespace Lightning;

// The optimizers of a fit, and whose turn it is.
public sealed partial class Trainer
{
    internal IReadOnlyList<torch.optim.Optimizer> Optimizers { get; private set; } = [];

    internal IReadOnlyList<LightningOptimizer> ManualOptimizers { get; private set; } = [];

    /// <summary>What looks for losses that are no numbers, or null.</summary>
    internal AnomalyWatch? Anomalies { get; private set; }

    /// <summary>Gradients of an open accumulation window, from the checkpoint that a fit continues.</summary>
    internal List<(TorchSharp.Modules.Parameter Parameter, Tensor Gradient)> RestoredGradients { get; } = [];

    /// <summary>Until the result is disposed, only one optimizer's parameters require gradients.</summary>
    internal IDisposable Toggle(torch.optim.Optimizer optimizer) => new OptimizerToggle(optimizer, Optimizers);

    private void ConfigureOptimizers()
    {
        using var scope = Hooks.Enter(Hook.configure_optimizers);
        var config = Module.OptimizersFromOutside is { } outside ? outside() : Module.configure_optimizers();
        if (config is null)
        {
            L.rank_zero_warn($"{Module.GetType().Name}.configure_optimizers returned null; this fit trains nothing by itself.");
        }

        Optimizers = config?.Optimizers ?? [];
        Schedulers.Configs = config?.Schedulers ?? [];
        ManualOptimizers = [.. Optimizers.Select(optimizer => new LightningOptimizer(this, optimizer))];
        if (Module.automatic_optimization && Optimizers.Count > 1 && !Overrides.HasFlag(ModuleOverrides.TrainingStepByOptimizer))
        {
            throw new MisconfigurationException(
                $"configure_optimizers returned {Optimizers.Count} optimizers, and training_step does not ask whose turn it is. Override "
                + "training_step(batch, batch_idx, optimizer_idx), or set automatic_optimization = false and step them in training_step.");
        }

        foreach (var item in Schedulers.Configs)
        {
            if (item.scheduler.Optimizer is { } driven && !Optimizers.Contains(driven))
            {
                throw new MisconfigurationException(
                    $"configure_optimizers returned the scheduler {item.scheduler.GetType().Name} of an optimizer that it did not return. Return both.");
            }
        }
    }

    private void RestoreGradients()
    {
        foreach (var (parameter, gradient) in RestoredGradients)
        {
            parameter.grad = gradient.to(parameter.device);
        }

        RestoredGradients.Clear();
    }
}
