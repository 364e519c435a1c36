using System.Diagnostics;
using System.Globalization;

namespace Lightning;

/// <summary>Measures the time of each stage, and stops training after a time if one is given. Times are kept in checkpoints.</summary>
/// <remarks>The least numbers of epochs and steps win over the time. Python: <c>lightning.pytorch.callbacks.Timer</c>.</remarks>
public sealed class Timer : Callback
{
    private const string Key = "time_elapsed";
    private readonly TimeSpan? _duration;
    private readonly bool _perStep;
    private readonly bool _verbose;
    private readonly Dictionary<string, Stopwatch> _watches = [];
    private readonly Dictionary<string, TimeSpan> _before = [];

    /// <summary>Makes the timer.</summary>
    /// <param name="duration">How long to train: a <see cref="TimeSpan"/> or "DD:HH:MM:SS"; null only measures.</param>
    /// <param name="interval">When to look: after each "step" (the default) or each "epoch".</param>
    /// <param name="verbose">Says when the time is over; default true.</param>
    public Timer(Duration? duration = null, string interval = "step", bool verbose = true)
    {
        if (interval is not ("step" or "epoch"))
        {
            throw new MisconfigurationException($"Timer(interval: \"{interval}\") is unknown; use \"step\" or \"epoch\".");
        }

        _duration = duration?.Value;
        _perStep = interval == "step";
        _verbose = verbose;
    }

    /// <summary>The time spent in a stage so far, over all runs that go on from one another.</summary>
    /// <param name="stage">"train" (the default, validation included), "sanity_check", "validate", "test" or "predict".</param>
    public TimeSpan time_elapsed(string stage = "train") =>
        _before.GetValueOrDefault(stage) + (_watches.TryGetValue(stage, out var watch) ? watch.Elapsed : TimeSpan.Zero);

    /// <summary>The training time left, or null without a limit.</summary>
    public TimeSpan? time_remaining() => _duration - time_elapsed();

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => new()
    {
        [Key] = _before.Keys.Union(_watches.Keys).ToDictionary(stage => stage, stage => (object?)time_elapsed(stage).TotalSeconds),
    };

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        _watches.Clear();
        _before.Clear();
        if (state_dict.GetValueOrDefault(Key) is IReadOnlyDictionary<string, object?> times)
        {
            foreach (var (stage, seconds) in times)
            {
                // Rounded: TimeSpan.FromSeconds would take a tick off what was saved.
                _before[stage] = TimeSpan.FromTicks((long)Math.Round(Convert.ToDouble(seconds, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));
            }
        }
    }

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module)
    {
        Watch("train").Start();

        // A run that goes on may have no time left at all.
        if (_before.Count > 0)
        {
            Check(trainer);
        }
    }

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module) => Watch("train").Stop();

    /// <inheritdoc/>
    public override void on_sanity_check_start(Trainer trainer, LightningModule pl_module) => Watch("sanity_check").Start();

    /// <inheritdoc/>
    public override void on_sanity_check_end(Trainer trainer, LightningModule pl_module) => Watch("sanity_check").Stop();

    /// <inheritdoc/>
    public override void on_validation_start(Trainer trainer, LightningModule pl_module)
    {
        if (!trainer.sanity_checking)
        {
            Watch("validate").Start();
        }
    }

    /// <inheritdoc/>
    public override void on_validation_end(Trainer trainer, LightningModule pl_module) => Watch("validate").Stop();

    /// <inheritdoc/>
    public override void on_test_start(Trainer trainer, LightningModule pl_module) => Watch("test").Start();

    /// <inheritdoc/>
    public override void on_test_end(Trainer trainer, LightningModule pl_module) => Watch("test").Stop();

    /// <inheritdoc/>
    public override void on_predict_start(Trainer trainer, LightningModule pl_module) => Watch("predict").Start();

    /// <inheritdoc/>
    public override void on_predict_end(Trainer trainer, LightningModule pl_module) => Watch("predict").Stop();

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception)
    {
        foreach (var watch in _watches.Values)
        {
            watch.Stop();
        }
    }

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) => Check(trainer);

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (!_perStep)
        {
            Check(trainer);
        }
    }

    internal override bool Wants(Hook hook) => hook != Hook.on_train_batch_end || (_perStep && _duration is not null);

    private Stopwatch Watch(string stage)
    {
        if (!_watches.TryGetValue(stage, out var watch))
        {
            _watches.Add(stage, watch = new Stopwatch());
        }

        return watch;
    }

    private void Check(Trainer trainer)
    {
        if (_duration is { } limit && !trainer.should_stop && trainer.strategy.broadcast(time_elapsed() >= limit))
        {
            trainer.should_stop = true;
            if (_verbose)
            {
                L.rank_zero_info($"The time limit of {limit} is reached; training stops.");
            }
        }
    }
}
