namespace Lightning;

/// <summary>
/// What the Trainer trains: a <see cref="torch.nn.Module"/> with steps, optimizers and hooks. Derive from <see cref="LightningModule{TBatch}"/>,
/// which types the batch; this class is what the Trainer and the callbacks see.
/// </summary>
/// <remarks>
/// Every batch runs inside a dispose scope: tensors made in steps and batch hooks are freed when the batch is done. What must outlive it
/// (a list of predictions, say) is kept with <c>DetachFromDisposeScope()</c>. Python: <c>lightning.pytorch.LightningModule</c>.
/// </remarks>
public abstract partial class LightningModule : torch.nn.Module
{
    private Trainer? _trainer;

    private protected LightningModule(string name)
        : base(name)
    {
    }

    /// <summary>The Trainer that runs this module.</summary>
    /// <exception cref="MisconfigurationException">No Trainer has taken the module yet.</exception>
    public Trainer trainer => _trainer ?? throw new MisconfigurationException(
        $"{GetType().Name} is not attached to a Trainer; trainer can be read once fit, validate, test or predict has been called.");

    /// <summary>Whether a Trainer has taken the module.</summary>
    public bool HasTrainer => _trainer is not null;

    /// <summary>Whether the Trainer runs backward and the optimizer itself (the default) or <c>training_step</c> does it by hand.</summary>
    public bool automatic_optimization { get; set; } = true;

    /// <summary>Whether checkpoints must hold exactly this module's keys. Default true.</summary>
    public bool strict_loading { get; set; } = true;

    /// <summary>The epoch under way, from 0; 0 without a Trainer.</summary>
    public int current_epoch => _trainer?.current_epoch ?? 0;

    /// <summary>The optimizer steps taken so far; 0 without a Trainer.</summary>
    public long global_step => _trainer?.global_step ?? 0;

    /// <summary>The rank of this process among all; 0 when there is one.</summary>
    public int global_rank => _trainer?.global_rank ?? 0;

    /// <summary>The device that the module lies on.</summary>
    public Device device => _trainer?.strategy.root_device ?? FirstDevice();

    /// <summary>The first logger, or null.</summary>
    public Logger? logger => _trainer?.logger;

    /// <summary>All loggers.</summary>
    public IReadOnlyList<Logger> loggers => _trainer?.loggers ?? [];

    /// <summary>Prints on the first rank only, above the progress bar when one is shown.</summary>
    public void print(params object?[] values)
    {
        var text = string.Join(' ', values);
        if (_trainer is null)
        {
            Console.WriteLine(text);
        }
        else
        {
            _trainer.print(text);
        }
    }

    /// <summary>
    /// What the module computes of one tensor, outside of training: what <c>predict_step</c> does unless it is overridden, what the summary, the graph and the
    /// exports run. Override it; a module of other inputs gives the exports a function instead.
    /// </summary>
    /// <param name="input">The input.</param>
    /// <remarks>Python: <c>LightningModule.forward</c>.</remarks>
    /// <exception cref="MisconfigurationException">The class does not override it.</exception>
    public virtual Tensor forward(Tensor input) => throw new MisconfigurationException(
        $"{GetType().Name} has no forward of one tensor. Override it: public override Tensor forward(Tensor input).");

    /// <summary>Freezes every parameter and goes to evaluation mode, for inference.</summary>
    public void freeze()
    {
        foreach (var parameter in parameters())
        {
            parameter.requires_grad = false;
        }

        eval();
    }

    /// <summary>Unfreezes every parameter and goes to training mode.</summary>
    public void unfreeze()
    {
        foreach (var parameter in parameters())
        {
            parameter.requires_grad = true;
        }

        train();
    }

    /// <summary>Whether the class overrides <see cref="forward"/>.</summary>
    internal bool HasForward => Overrides.Has((Func<Tensor, Tensor>)forward, typeof(LightningModule));

    internal void Attach(Trainer trainer) => _trainer = trainer;

    internal bool IsDisposed { get; private set; }

    /// <summary>The fields whose parameters nobody registered.</summary>
    internal IReadOnlyList<string> HiddenComponents => UnregisteredComponents();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private Device FirstDevice()
    {
        foreach (var parameter in parameters())
        {
            return parameter.device;
        }

        return torch.CPU;
    }
}
