using System.Collections;

namespace Lightning;

public abstract partial class LightningModule
{
    /// <summary>The training batches, when none are passed to <c>fit</c>: a loader, or anything that can be enumerated once per epoch.</summary>
    public virtual IEnumerable? train_dataloader() => null;

    /// <summary>The validation batches, when none are passed to the run. Several sets: a <see cref="CombinedLoader"/>.</summary>
    public virtual IEnumerable? val_dataloader() => null;

    /// <summary>The test batches, when none are passed to <c>test</c>.</summary>
    public virtual IEnumerable? test_dataloader() => null;

    /// <summary>The batches to predict, when none are passed to <c>predict</c>.</summary>
    public virtual IEnumerable? predict_dataloader() => null;

    /// <summary>Which steps, loaders and transfer hooks the module's class overrides; found once per run.</summary>
    internal abstract ModuleOverrides FindOverrides();

    /// <summary>How many batches a loader holds, or null when it cannot tell.</summary>
    internal abstract long? SizeOf(IEnumerable loader);

    /// <summary>Whether a batch is of the type that the steps take.</summary>
    internal abstract bool Takes(object batch);

    internal abstract object BeforeTransfer(object batch, int dataloader_idx);

    internal abstract object Transfer(object batch, Device device, int dataloader_idx);

    internal abstract object AfterTransfer(object batch, int dataloader_idx);

    internal abstract object? TrainingStep(object batch, int batch_idx, int optimizer_idx);

    internal abstract object? ValidationStep(object batch, int batch_idx, int dataloader_idx);

    internal abstract object? TestStep(object batch, int batch_idx, int dataloader_idx);

    internal abstract object? PredictStep(object batch, int batch_idx, int dataloader_idx);

    internal abstract int? TrainBatchStart(object batch, int batch_idx);

    internal abstract void TrainBatchEnd(object? outputs, object batch, int batch_idx);

    internal abstract void EvaluationBatchStart(EvaluationKind kind, object batch, int batch_idx, int dataloader_idx);

    internal abstract void EvaluationBatchEnd(EvaluationKind kind, object? outputs, object batch, int batch_idx, int dataloader_idx);
}
