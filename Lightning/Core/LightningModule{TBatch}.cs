namespace Lightning;

/// <summary>A <see cref="LightningModule"/> whose loaders yield <typeparamref name="TBatch"/>: the class to derive from.</summary>
/// <typeparam name="TBatch">The type of a batch, for example <c>(Tensor image, Tensor label)</c>.</typeparam>
public abstract partial class LightningModule<TBatch> : LightningModule
{
    /// <summary>Makes the module.</summary>
    /// <param name="name">Its name in printouts.</param>
    protected LightningModule(string name = "LightningModule")
        : base(name)
    {
    }

    /// <summary>Computes the loss of one batch.</summary>
    /// <returns>
    /// The loss (an override may declare <see cref="Tensor"/>), a dictionary that holds it under "loss", or null to skip the batch. Beside "loss" the
    /// dictionary may say under "weight" what the loss is the mean of (a number of tokens, say): the losses of an accumulation window, and of all
    /// processes, then count by it. Under manual optimization anything, or null.
    /// </returns>
    public virtual object? training_step(TBatch batch, int batch_idx) =>
        throw Missing(nameof(training_step), "public override Tensor training_step(...)");

    /// <summary>
    /// As <see cref="training_step(TBatch, int)"/>, told whose turn it is: with several optimizers each batch runs once for each of them, and only
    /// its parameters require gradients then.
    /// </summary>
    public virtual object? training_step(TBatch batch, int batch_idx, int optimizer_idx) => training_step(batch, batch_idx);

    /// <summary>Evaluates one batch of validation. What it returns goes to <c>on_validation_batch_end</c>.</summary>
    public virtual object? validation_step(TBatch batch, int batch_idx) => throw Missing(nameof(validation_step), "public override object? validation_step(...)");

    /// <summary>As <see cref="validation_step(TBatch, int)"/>, told which of several loaders the batch comes from.</summary>
    public virtual object? validation_step(TBatch batch, int batch_idx, int dataloader_idx) => validation_step(batch, batch_idx);

    /// <summary>Evaluates one batch of a test run. What it returns goes to <c>on_test_batch_end</c>.</summary>
    public virtual object? test_step(TBatch batch, int batch_idx) => throw Missing(nameof(test_step), "public override object? test_step(...)");

    /// <summary>As <see cref="test_step(TBatch, int)"/>, told which of several loaders the batch comes from.</summary>
    public virtual object? test_step(TBatch batch, int batch_idx, int dataloader_idx) => test_step(batch, batch_idx);

    /// <summary>Predicts one batch: by default <see cref="LightningModule.forward"/> of a batch that is a tensor. What it returns is kept, on the CPU, and returned by <c>predict</c>.</summary>
    public virtual object? predict_step(TBatch batch, int batch_idx) =>
        batch is Tensor input && HasForward ? forward(input) : throw Missing(nameof(predict_step), "public override Tensor predict_step(...)");

    /// <summary>As <see cref="predict_step(TBatch, int)"/>, told which of several loaders the batch comes from.</summary>
    public virtual object? predict_step(TBatch batch, int batch_idx, int dataloader_idx) => predict_step(batch, batch_idx);

    /// <summary>Called before a training batch. Returning -1 ends the epoch here.</summary>
    public virtual int? on_train_batch_start(TBatch batch, int batch_idx) => null;

    /// <summary>Called after a training batch.</summary>
    /// <param name="outputs">What <c>training_step</c> returned; its tensors live until the hook returns.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="batch_idx">Its number in the epoch, from 0.</param>
    public virtual void on_train_batch_end(object? outputs, TBatch batch, int batch_idx)
    {
    }

    /// <summary>Called before a batch of validation.</summary>
    public virtual void on_validation_batch_start(TBatch batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called after a batch of validation.</summary>
    public virtual void on_validation_batch_end(object? outputs, TBatch batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called before a batch of a test run.</summary>
    public virtual void on_test_batch_start(TBatch batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called after a batch of a test run.</summary>
    public virtual void on_test_batch_end(object? outputs, TBatch batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called before a batch of prediction.</summary>
    public virtual void on_predict_batch_start(TBatch batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called after a batch of prediction.</summary>
    public virtual void on_predict_batch_end(object? outputs, TBatch batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Changes a batch before it moves to the device.</summary>
    public virtual TBatch on_before_batch_transfer(TBatch batch, int dataloader_idx) => batch;

    /// <summary>Moves a batch to the device: tensors, tuples, arrays, lists and dictionaries by default, and what <see cref="BatchTransfer"/> was taught.</summary>
    public virtual TBatch transfer_batch_to_device(TBatch batch, Device device, int dataloader_idx) =>
        BatchTransfer.To(batch, device, HasTrainer ? trainer.precision.input_type : null);

    /// <summary>Changes a batch after it moved to the device, for example augmentation there.</summary>
    public virtual TBatch on_after_batch_transfer(TBatch batch, int dataloader_idx) => batch;

    private MisconfigurationException Missing(string step, string signature) =>
        new($"{GetType().Name} has no {step}. Override it: {signature}.");
}
