using System.Collections;

namespace Lightning;

// The loops carry batches as objects; here they get their type back.
public abstract partial class LightningModule<TBatch>
{
    internal sealed override ModuleOverrides FindOverrides()
    {
        var here = typeof(LightningModule<TBatch>);
        var root = typeof(LightningModule);
        return ModuleOverrides.TrainingStep.When((Func<TBatch, int, object?>)training_step, here)
            | (ModuleOverrides.TrainingStep | ModuleOverrides.TrainingStepByOptimizer).When((Func<TBatch, int, int, object?>)training_step, here)
            | ModuleOverrides.ValidationStep.When((Func<TBatch, int, object?>)validation_step, here)
            | ModuleOverrides.ValidationStep.When((Func<TBatch, int, int, object?>)validation_step, here)
            | ModuleOverrides.TestStep.When((Func<TBatch, int, object?>)test_step, here)
            | ModuleOverrides.TestStep.When((Func<TBatch, int, int, object?>)test_step, here)
            | ModuleOverrides.PredictStep.When((Func<TBatch, int, object?>)predict_step, here)
            | ModuleOverrides.PredictStep.When((Func<TBatch, int, int, object?>)predict_step, here)
            | (typeof(TBatch) == typeof(Tensor) && HasForward ? ModuleOverrides.PredictStep : ModuleOverrides.None)
            | ModuleOverrides.BeforeTransfer.When(on_before_batch_transfer, here)
            | ModuleOverrides.Transfer.When(transfer_batch_to_device, here)
            | ModuleOverrides.AfterTransfer.When(on_after_batch_transfer, here)
            | ModuleOverrides.ConfigureOptimizers.When(configure_optimizers, root)
            | ModuleOverrides.ValidationModelTrain.When(on_validation_model_train, root)
            | ModuleOverrides.TestModelTrain.When(on_test_model_train, root)
            | ModuleOverrides.TrainLoader.When(train_dataloader, root)
            | ModuleOverrides.ValidationLoader.When(val_dataloader, root)
            | ModuleOverrides.TestLoader.When(test_dataloader, root)
            | ModuleOverrides.PredictLoader.When(predict_dataloader, root);
    }

    internal sealed override long? SizeOf(IEnumerable loader) => loader switch
    {
        ICollection<TBatch> collection => collection.Count,
        IReadOnlyCollection<TBatch> collection => collection.Count,
        _ => null,
    };

    internal sealed override bool Takes(object batch) => batch is TBatch;

    internal sealed override object BeforeTransfer(object batch, int dataloader_idx) => on_before_batch_transfer(Typed(batch), dataloader_idx)!;

    internal sealed override object Transfer(object batch, Device device, int dataloader_idx) =>
        transfer_batch_to_device(Typed(batch), device, dataloader_idx)!;

    internal sealed override object AfterTransfer(object batch, int dataloader_idx) => on_after_batch_transfer(Typed(batch), dataloader_idx)!;

    internal sealed override object? TrainingStep(object batch, int batch_idx, int optimizer_idx) =>
        training_step(Typed(batch), batch_idx, optimizer_idx);

    internal sealed override object? ValidationStep(object batch, int batch_idx, int dataloader_idx) =>
        validation_step(Typed(batch), batch_idx, dataloader_idx);

    internal sealed override object? TestStep(object batch, int batch_idx, int dataloader_idx) => test_step(Typed(batch), batch_idx, dataloader_idx);

    internal sealed override object? PredictStep(object batch, int batch_idx, int dataloader_idx) => predict_step(Typed(batch), batch_idx, dataloader_idx);

    internal sealed override int? TrainBatchStart(object batch, int batch_idx) => on_train_batch_start(Typed(batch), batch_idx);

    internal sealed override void TrainBatchEnd(object? outputs, object batch, int batch_idx) => on_train_batch_end(outputs, Typed(batch), batch_idx);

    internal sealed override void EvaluationBatchStart(EvaluationKind kind, object batch, int batch_idx, int dataloader_idx)
    {
        switch (kind)
        {
            case EvaluationKind.Validation:
                on_validation_batch_start(Typed(batch), batch_idx, dataloader_idx);
                break;
            case EvaluationKind.Test:
                on_test_batch_start(Typed(batch), batch_idx, dataloader_idx);
                break;
            default:
                on_predict_batch_start(Typed(batch), batch_idx, dataloader_idx);
                break;
        }
    }

    internal sealed override void EvaluationBatchEnd(EvaluationKind kind, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
        switch (kind)
        {
            case EvaluationKind.Validation:
                on_validation_batch_end(outputs, Typed(batch), batch_idx, dataloader_idx);
                break;
            case EvaluationKind.Test:
                on_test_batch_end(outputs, Typed(batch), batch_idx, dataloader_idx);
                break;
            default:
                on_predict_batch_end(outputs, Typed(batch), batch_idx, dataloader_idx);
                break;
        }
    }

    private TBatch Typed(object batch) => batch is TBatch typed
        ? typed
        : throw new MisconfigurationException(
            $"The loader yields batches of type {TypeNames.Of(batch.GetType())}, and {GetType().Name} takes {TypeNames.Of(typeof(TBatch))}. {Remedy(batch)}");

    private static string Remedy(object batch) => (batch, default(TBatch)) switch
    {
        (IList<Tensor>, ValueTuple<Tensor, Tensor>) => "TensorPairDataset yields pairs, TensorDataset lists of tensors: take the former, or derive from LightningModule<IList<Tensor>>.",
        _ => $"Derive from LightningModule<{TypeNames.Of(batch.GetType())}>, or let the loader yield the other.",
    };
}
