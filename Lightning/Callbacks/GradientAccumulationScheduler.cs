namespace Lightning;

/// <summary>Changes how many batches make one optimizer step from some epochs on.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.GradientAccumulationScheduler</c>.</remarks>
public sealed class GradientAccumulationScheduler : Callback
{
    private readonly SortedDictionary<int, int> _factors = new() { [0] = 1 };

    /// <summary>Makes the callback.</summary>
    /// <param name="scheduling">From which epoch on (from 0) how many batches; before the first entry it is one.</param>
    /// <exception cref="MisconfigurationException">There is no entry, an epoch is negative or a number below one.</exception>
    public GradientAccumulationScheduler(IReadOnlyDictionary<int, int> scheduling)
    {
        ArgumentNullException.ThrowIfNull(scheduling);
        if (scheduling.Count == 0)
        {
            throw new MisconfigurationException("GradientAccumulationScheduler(scheduling:) is empty. Pass for example new() { [4] = 2 }: two batches a step from epoch 4 on.");
        }

        foreach (var (epoch, factor) in scheduling)
        {
            if (epoch < 0 || factor < 1)
            {
                throw new MisconfigurationException(
                    $"GradientAccumulationScheduler: {factor} batches from epoch {epoch} on is out of range; epochs begin at 0, and a step takes at least one batch.");
            }

            _factors[epoch] = factor;
        }
    }

    /// <summary>How many batches make a step in an epoch.</summary>
    public int get_accumulate_grad_batches(int epoch) => _factors.Last(entry => entry.Key <= epoch).Value;

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module)
    {
        if (!pl_module.automatic_optimization)
        {
            throw new MisconfigurationException(
                "GradientAccumulationScheduler does nothing under manual optimization. Step every n-th batch in training_step instead, or drop the callback.");
        }

        if (trainer.accumulate_grad_batches != 1)
        {
            throw new MisconfigurationException(
                $"Trainer(accumulate_grad_batches: {trainer.accumulate_grad_batches}) and GradientAccumulationScheduler exclude each other. Drop one of the two.");
        }

        // A run that goes on in the middle of an epoch has no beginning of it.
        trainer.accumulate_grad_batches = get_accumulate_grad_batches(trainer.current_epoch);
    }

    /// <inheritdoc/>
    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module) =>
        trainer.accumulate_grad_batches = get_accumulate_grad_batches(trainer.current_epoch);

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module) => trainer.accumulate_grad_batches = 1;

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception) => trainer.accumulate_grad_batches = 1;
}
