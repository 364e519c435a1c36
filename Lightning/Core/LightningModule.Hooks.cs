namespace Lightning;

public abstract partial class LightningModule
{
    /// <summary>Callbacks that belong to this module; one of a type replaces the Trainer's own of that type.</summary>
    public virtual IEnumerable<Callback> configure_callbacks() => [];

    /// <summary>Builds submodules late, once the device is known. Runs after <see cref="setup"/> of every stage and must be idempotent.</summary>
    public virtual void configure_model()
    {
    }

    /// <summary>Downloads and prepares data on disk, in one process. State set here does not reach the others.</summary>
    public virtual void prepare_data()
    {
    }

    /// <summary>Called in every process at the beginning of a run.</summary>
    /// <param name="stage">"fit", "validate", "test" or "predict".</param>
    public virtual void setup(string stage)
    {
    }

    /// <summary>Called in every process at the end of a run.</summary>
    /// <param name="stage">"fit", "validate", "test" or "predict".</param>
    public virtual void teardown(string stage)
    {
    }

    /// <summary>Called at the very beginning of <c>fit</c>, when module and optimizers are in place.</summary>
    public virtual void on_fit_start()
    {
    }

    /// <summary>Called at the very end of <c>fit</c>.</summary>
    public virtual void on_fit_end()
    {
    }

    /// <summary>Called before the first epoch, after the sanity check.</summary>
    public virtual void on_train_start()
    {
    }

    /// <summary>Called after the last epoch.</summary>
    public virtual void on_train_end()
    {
    }

    /// <summary>Called at the beginning of each training epoch.</summary>
    public virtual void on_train_epoch_start()
    {
    }

    /// <summary>Called at the end of each training epoch, before early stopping and checkpoints look at the metrics.</summary>
    public virtual void on_train_epoch_end()
    {
    }

    /// <summary>Called at the beginning of validation.</summary>
    public virtual void on_validation_start()
    {
    }

    /// <summary>Called at the end of validation.</summary>
    public virtual void on_validation_end()
    {
    }

    /// <summary>Called before the first batch of validation.</summary>
    public virtual void on_validation_epoch_start()
    {
    }

    /// <summary>Called after the last batch of validation; log what needs the whole set here.</summary>
    public virtual void on_validation_epoch_end()
    {
    }

    /// <summary>Called at the beginning of a test run.</summary>
    public virtual void on_test_start()
    {
    }

    /// <summary>Called at the end of a test run.</summary>
    public virtual void on_test_end()
    {
    }

    /// <summary>Called before the first batch of a test run.</summary>
    public virtual void on_test_epoch_start()
    {
    }

    /// <summary>Called after the last batch of a test run; log what needs the whole set here.</summary>
    public virtual void on_test_epoch_end()
    {
    }

    /// <summary>Called at the beginning of prediction.</summary>
    public virtual void on_predict_start()
    {
    }

    /// <summary>Called at the end of prediction.</summary>
    public virtual void on_predict_end()
    {
    }

    /// <summary>Called before the first batch of prediction.</summary>
    public virtual void on_predict_epoch_start()
    {
    }

    /// <summary>Called after the last batch of prediction.</summary>
    public virtual void on_predict_epoch_end()
    {
    }

    /// <summary>Puts the module in evaluation mode for validation.</summary>
    public virtual void on_validation_model_eval() => eval();

    /// <summary>Puts the module back in training mode after validation. When not overridden, every submodule gets back the mode it had.</summary>
    public virtual void on_validation_model_train() => train();

    /// <summary>Clears the gradients before validation, outside an accumulation window, so that their memory is free.</summary>
    public virtual void on_validation_model_zero_grad() => zero_grad();

    /// <summary>Puts the module in evaluation mode for a test run.</summary>
    public virtual void on_test_model_eval() => eval();

    /// <summary>Puts the module back in training mode after a test run. When not overridden, every submodule gets back the mode it had.</summary>
    public virtual void on_test_model_train() => train();

    /// <summary>Puts the module in evaluation mode for prediction.</summary>
    public virtual void on_predict_model_eval() => eval();

    /// <summary>Called before the gradients are cleared, at the beginning of an accumulation window.</summary>
    public virtual void on_before_zero_grad(torch.optim.Optimizer optimizer)
    {
    }

    /// <summary>Called before backward, with the loss already divided by the size of the accumulation window.</summary>
    public virtual void on_before_backward(Tensor loss)
    {
    }

    /// <summary>Called after backward, before clipping and the optimizer's step.</summary>
    public virtual void on_after_backward()
    {
    }

    /// <summary>Called before the optimizer's step, before clipping.</summary>
    public virtual void on_before_optimizer_step(torch.optim.Optimizer optimizer)
    {
    }

    /// <summary>Adds to a checkpoint that is about to be written. Values: see <c>torch.serialization.save</c>.</summary>
    public virtual void on_save_checkpoint(Dictionary<string, object?> checkpoint)
    {
    }

    /// <summary>Reads from a checkpoint before the weights are taken from it.</summary>
    public virtual void on_load_checkpoint(Dictionary<string, object?> checkpoint)
    {
    }
}
