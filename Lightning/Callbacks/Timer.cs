using System.Diagnostics;
using System.Globalization;

namespace Lightning;

/// <summary>Stops training after a time. The time already spent is kept in checkpoints.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.Timer</c>.</remarks>
public sealed class Timer : Callback
{
    private readonly TimeSpan _duration;
    private readonly bool _perStep;
    private readonly Stopwatch _watch = new();
    private TimeSpan _before;

    /// <summary>Makes the timer.</summary>
    /// <param name="duration">How long to train: a <see cref="TimeSpan"/> or "DD:HH:MM:SS".</param>
    /// <param name="interval">When to look: after each "step" (the default) or each "epoch".</param>
    public Timer(Duration duration, string interval = "step")
    {
        if (interval is not ("step" or "epoch"))
        {
            throw new MisconfigurationException($"Timer(interval: \"{interval}\") is unknown; use \"step\" or \"epoch\".");
        }

        _duration = duration.Value;
        _perStep = interval == "step";
    }

    /// <summary>The time spent training.</summary>
    public TimeSpan time_elapsed() => _before + _watch.Elapsed;

    /// <summary>The time left.</summary>
    public TimeSpan time_remaining() => _duration - time_elapsed();

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => new() { ["elapsed_seconds"] = time_elapsed().TotalSeconds };

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) =>
        _before = TimeSpan.FromSeconds(Convert.ToDouble(state_dict["elapsed_seconds"], CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module) => _watch.Start();

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        if (_perStep)
        {
            Check(trainer);
        }
    }

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (!_perStep)
        {
            Check(trainer);
        }
    }

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module) => _watch.Stop();

    private void Check(Trainer trainer)
    {
        if (!trainer.should_stop && trainer.strategy.broadcast(time_elapsed() >= _duration))
        {
            trainer.should_stop = true;
            L.rank_zero_info($"The time limit of {_duration} is reached; training stops.");
        }
    }
}
