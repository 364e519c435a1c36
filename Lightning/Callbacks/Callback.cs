namespace Lightning;

/// <summary>Code that runs at the Trainer's hooks beside the module: override what is needed.</summary>
/// <remarks>
/// Callbacks run in the order of <see cref="Order"/>, then of the list, and before the module's own hook of the same name.
/// Python: <c>lightning.pytorch.callbacks.Callback</c>.
/// </remarks>
public abstract partial class Callback
{
    /// <summary>The order of callbacks that checkpoint: after all others, so that a checkpoint holds what they did.</summary>
    public const int CheckpointOrder = 1000;

    /// <summary>The order of callbacks that tune settings: before all others, which see what was found.</summary>
    public const int TunerOrder = -1000;

    /// <summary>Where the callback stands among the others: lower runs first, equal ones in the order of the list. Default 0.</summary>
    public virtual int Order => 0;

    /// <summary>
    /// Whether <c>on_train_epoch_end</c> runs after the module's, since the callback reads what the module logs there. Default: for callbacks
    /// that checkpoint.
    /// </summary>
    public virtual bool AfterModuleOnTrainEpochEnd => Order >= CheckpointOrder;

    /// <summary>Whether the callback has something to do at a hook that its class overrides; asked once per run.</summary>
    internal virtual bool Wants(Hook hook) => true;

    /// <summary>The key of <see cref="state_dict"/> in checkpoints. Two callbacks with state must differ in it.</summary>
    public virtual string state_key => GetType().Name;

    /// <summary>What to keep in checkpoints; empty by default. Values: see <c>torch.serialization.save</c>.</summary>
    public virtual Dictionary<string, object?> state_dict() => [];

    /// <summary>Takes back what <see cref="state_dict"/> kept.</summary>
    public virtual void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
    }

    /// <summary>Called at the beginning of a run.</summary>
    /// <param name="trainer">The Trainer.</param>
    /// <param name="pl_module">The module.</param>
    /// <param name="stage">"fit", "validate", "test" or "predict".</param>
    public virtual void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
    }

    /// <summary>Called at the end of a run.</summary>
    /// <param name="trainer">The Trainer.</param>
    /// <param name="pl_module">The module.</param>
    /// <param name="stage">"fit", "validate", "test" or "predict".</param>
    public virtual void teardown(Trainer trainer, LightningModule pl_module, string stage)
    {
    }

    /// <summary>Called before the gradients are cleared.</summary>
    public virtual void on_before_zero_grad(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer)
    {
    }

    /// <summary>Called before backward.</summary>
    public virtual void on_before_backward(Trainer trainer, LightningModule pl_module, Tensor loss)
    {
    }

    /// <summary>Called after backward.</summary>
    public virtual void on_after_backward(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called before the optimizer's step, before clipping.</summary>
    public virtual void on_before_optimizer_step(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer)
    {
    }

    /// <summary>Called when the run failed or was interrupted, before the exception goes on.</summary>
    public virtual void on_exception(Trainer trainer, LightningModule pl_module, Exception exception)
    {
    }

    /// <summary>Adds to a checkpoint that is about to be written.</summary>
    public virtual void on_save_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint)
    {
    }

    /// <summary>Reads from a checkpoint that a run begins with.</summary>
    public virtual void on_load_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint)
    {
    }
}
