using Lightning;

namespace Reporting;

/// <summary>Keeps each epoch's numbers, with the training time at which they were reached, for the curves.</summary>
public sealed class History(TrainingClock clock) : Callback
{
    private readonly List<Epoch> _epochs = [];

    /// <summary>The epochs so far.</summary>
    public IReadOnlyList<Epoch> Epochs => _epochs;

    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        var metrics = trainer.callback_metrics;
        _epochs.Add(new Epoch(
            clock.Elapsed.TotalSeconds,
            metrics["train_loss"].item(),
            metrics["train_acc"].item(),
            metrics["val_loss"].item(),
            metrics["val_acc"].item()));
    }
}
