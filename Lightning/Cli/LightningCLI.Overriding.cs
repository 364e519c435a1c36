namespace Lightning;

// What a subclass may change.
public abstract partial class LightningCLI
{
    /// <summary>What validate and test gave: the logged metrics, one dictionary per loader; empty after other subcommands.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> results { get; private set; } = [];

    /// <summary>What predict gave; empty after other subcommands.</summary>
    public IReadOnlyList<object?> predictions { get; private set; } = [];

    /// <summary>Adds settings, defaults and links. Called by the constructor, before the line is read.</summary>
    /// <param name="parser">What the line takes.</param>
    protected virtual void add_arguments_to_parser(LightningArgumentParser parser)
    {
    }

    /// <summary>Called when the configuration has been read and nothing has been made of it.</summary>
    protected virtual void before_instantiate_classes()
    {
    }

    /// <summary>Makes the Trainer.</summary>
    protected virtual Trainer instantiate_trainer() => MakeTrainer(FurtherCallbacks());

    /// <summary>Puts an optimizer and a scheduler from the line together, in place of the module's <c>configure_optimizers</c>.</summary>
    /// <param name="lightning_module">The module.</param>
    /// <param name="optimizer">The optimizer of all its parameters.</param>
    /// <param name="lr_scheduler">What leads its learning rate, or null.</param>
    protected virtual OptimizerConfig configure_optimizers(
        LightningModule lightning_module, torch.optim.Optimizer optimizer, torch.optim.lr_scheduler.LRScheduler? lr_scheduler = null) =>
        new(optimizer, lr_scheduler is null ? null : new LRSchedulerConfig(lr_scheduler), _monitor);

    /// <summary>Called before fit.</summary>
    protected virtual void before_fit()
    {
    }

    /// <summary>Called after fit.</summary>
    protected virtual void after_fit()
    {
    }

    /// <summary>Called before validate.</summary>
    protected virtual void before_validate()
    {
    }

    /// <summary>Called after validate.</summary>
    protected virtual void after_validate()
    {
    }

    /// <summary>Called before test.</summary>
    protected virtual void before_test()
    {
    }

    /// <summary>Called after test.</summary>
    protected virtual void after_test()
    {
    }

    /// <summary>Called before predict.</summary>
    protected virtual void before_predict()
    {
    }

    /// <summary>Called after predict.</summary>
    protected virtual void after_predict()
    {
    }
}
