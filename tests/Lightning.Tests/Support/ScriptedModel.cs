using System.Collections;

namespace Lightning.Tests;

/// <summary>A module whose hooks run what a test hands it.</summary>
internal sealed class ScriptedModel : BoringModel
{
    internal Action<ScriptedModel, int>? Training { get; init; }

    internal Action<ScriptedModel, int, int>? Validation { get; init; }

    internal Action<ScriptedModel>? ValidationEpochEnd { get; init; }

    internal Action<ScriptedModel>? TrainEpochEnd { get; init; }

    internal Action<ScriptedModel>? FitStart { get; init; }

    internal List<Tensor> Train { get; init; } = Samples.Batches(4);

    public override Tensor? training_step(Tensor batch, int batch_idx)
    {
        Training?.Invoke(this, batch_idx);
        return Loss(batch);
    }

    public override object? validation_step(Tensor batch, int batch_idx, int dataloader_idx)
    {
        Validation?.Invoke(this, batch_idx, dataloader_idx);
        return null;
    }

    public override void on_validation_epoch_end() => ValidationEpochEnd?.Invoke(this);

    public override void on_train_epoch_end() => TrainEpochEnd?.Invoke(this);

    public override void on_fit_start() => FitStart?.Invoke(this);

    public override IEnumerable? train_dataloader() => Train;

    public override IEnumerable? val_dataloader() => Validation is null && ValidationEpochEnd is null ? null : Samples.Batches(2, seed: 2);
}
