using System.Diagnostics;
using Lightning;

namespace Reporting;

/// <summary>
/// Measures the time that goes into training, from each epoch's first batch to its last, validation and checkpoints left out; ends the training
/// when a limit is reached.
/// </summary>
public sealed class TrainingClock(TimeSpan? limit = null) : Callback
{
    private readonly Stopwatch _watch = new();
    private double _progress;

    /// <summary>Time spent on training batches so far.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>How much of the limit is spent, from 0 to 1, at the latest batch; the same in all processes.</summary>
    public double Progress => _progress;

    public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx)
    {
        _watch.Start();
        if (limit is { } time)
        {
            _progress = trainer.strategy.broadcast(Math.Min(Elapsed / time, 1));
        }
    }

    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        if (Progress >= 1)
        {
            trainer.should_stop = true;
        }
    }

    public override void on_validation_start(Trainer trainer, LightningModule pl_module) => _watch.Stop();

    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => _watch.Stop();
}
