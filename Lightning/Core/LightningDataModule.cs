using System.Collections;

namespace Lightning;

/// <summary>Data and how it is prepared, in one reusable place.</summary>
/// <remarks>Python: <c>lightning.pytorch.LightningDataModule</c>.</remarks>
public abstract partial class LightningDataModule
{
    /// <summary>The Trainer at work, or null before a run.</summary>
    public Trainer? trainer { get; internal set; }

    /// <summary>Whether <see cref="prepare_data"/> runs once on each machine (the default) rather than once for all, as a disk that they share allows.</summary>
    public bool prepare_data_per_node { get; set; } = true;

    /// <summary>Downloads and prepares data on disk, in one process. State set here does not reach the others.</summary>
    public virtual void prepare_data()
    {
    }

    /// <summary>Called in every process at the beginning of a run, before the module's and the callbacks'.</summary>
    /// <param name="stage">"fit", "validate", "test" or "predict".</param>
    public virtual void setup(string stage)
    {
    }

    /// <summary>Called in every process at the end of a run.</summary>
    /// <param name="stage">"fit", "validate", "test" or "predict".</param>
    public virtual void teardown(string stage)
    {
    }

    /// <summary>The training batches.</summary>
    public virtual IEnumerable? train_dataloader() => null;

    /// <summary>The validation batches. Several sets: a <see cref="CombinedLoader"/>.</summary>
    public virtual IEnumerable? val_dataloader() => null;

    /// <summary>The test batches.</summary>
    public virtual IEnumerable? test_dataloader() => null;

    /// <summary>The batches to predict.</summary>
    public virtual IEnumerable? predict_dataloader() => null;

    /// <summary>Changes a batch before it moves to the device; overridden here, it wins over the module's.</summary>
    public virtual object on_before_batch_transfer(object batch, int dataloader_idx) => batch;

    /// <summary>Moves a batch to the device; overridden here, it wins over the module's.</summary>
    public virtual object transfer_batch_to_device(object batch, Device device, int dataloader_idx) => BatchTransfer.To(batch, device);

    /// <summary>Changes a batch on the device; overridden here, it wins over the module's.</summary>
    public virtual object on_after_batch_transfer(object batch, int dataloader_idx) => batch;

    /// <summary>What to keep in checkpoints; empty by default.</summary>
    public virtual Dictionary<string, object?> state_dict() => [];

    /// <summary>Takes back what <see cref="state_dict"/> kept.</summary>
    public virtual void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
    }

    /// <summary>Called when the run failed.</summary>
    public virtual void on_exception(Exception exception)
    {
    }

    internal ModuleOverrides FindOverrides()
    {
        var here = typeof(LightningDataModule);
        return ModuleOverrides.BeforeTransfer.When(on_before_batch_transfer, here)
            | ModuleOverrides.Transfer.When(transfer_batch_to_device, here)
            | ModuleOverrides.AfterTransfer.When(on_after_batch_transfer, here)
            | ModuleOverrides.TrainLoader.When(train_dataloader, here)
            | ModuleOverrides.ValidationLoader.When(val_dataloader, here)
            | ModuleOverrides.TestLoader.When(test_dataloader, here)
            | ModuleOverrides.PredictLoader.When(predict_dataloader, here);
    }
}
