namespace Lightning;

public abstract partial class Callback
{
    /// <summary>Called when <c>fit</c> begins.</summary>
    public virtual void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called when <c>fit</c> ends.</summary>
    public virtual void on_fit_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called before the validation batches that are tried ahead of training.</summary>
    public virtual void on_sanity_check_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called after the sanity check.</summary>
    public virtual void on_sanity_check_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called before the first epoch.</summary>
    public virtual void on_train_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called after the last epoch.</summary>
    public virtual void on_train_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the beginning of each training epoch.</summary>
    public virtual void on_train_epoch_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the end of each training epoch.</summary>
    public virtual void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the beginning of validation.</summary>
    public virtual void on_validation_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the end of validation, when its metrics are complete.</summary>
    public virtual void on_validation_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called before the first batch of validation.</summary>
    public virtual void on_validation_epoch_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called after the last batch of validation.</summary>
    public virtual void on_validation_epoch_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the beginning of a test run.</summary>
    public virtual void on_test_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the end of a test run.</summary>
    public virtual void on_test_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called before the first batch of a test run.</summary>
    public virtual void on_test_epoch_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called after the last batch of a test run.</summary>
    public virtual void on_test_epoch_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the beginning of prediction.</summary>
    public virtual void on_predict_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called at the end of prediction.</summary>
    public virtual void on_predict_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called before the first batch of prediction.</summary>
    public virtual void on_predict_epoch_start(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called after the last batch of prediction.</summary>
    public virtual void on_predict_epoch_end(Trainer trainer, LightningModule pl_module)
    {
    }

    /// <summary>Called before a training batch.</summary>
    public virtual void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx)
    {
    }

    /// <summary>Called after a training batch. <paramref name="outputs"/> is what <c>training_step</c> returned; its tensors live until the hook returns.</summary>
    public virtual void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
    }

    /// <summary>Called before a batch of validation.</summary>
    public virtual void on_validation_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called after a batch of validation.</summary>
    public virtual void on_validation_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called before a batch of a test run.</summary>
    public virtual void on_test_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called after a batch of a test run.</summary>
    public virtual void on_test_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called before a batch of prediction.</summary>
    public virtual void on_predict_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx)
    {
    }

    /// <summary>Called after a batch of prediction.</summary>
    public virtual void on_predict_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
    }
}
