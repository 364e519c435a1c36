using System.Diagnostics;

namespace Lightning;

/// <summary>Logs how many batches, samples and items (tokens, say) a second training gets through, over a window of the latest batches.</summary>
/// <remarks>
/// Names are <c>train/time</c>, <c>train/batches</c>, <c>train/samples</c>, <c>train/items</c> (since the beginning) and
/// <c>train/device/batches_per_sec</c>, <c>train/device/samples_per_sec</c>, <c>train/device/items_per_sec</c>, with <c>train/samples_per_sec</c> and so on
/// over all processes. The time is this process's; nothing waits for the device. Python: <c>lightning.pytorch.callbacks.ThroughputMonitor</c>.
/// </remarks>
public sealed class ThroughputMonitor : Callback
{
    private readonly Func<object, long> _samples;
    private readonly Func<object, long>? _items;
    private readonly int _window;
    private readonly string _separator;
    private readonly Queue<(TimeSpan Time, long Samples, long Items)> _history = [];
    private readonly Stopwatch _watch = new();
    private long _batches;
    private long _allSamples;
    private long _allItems;

    /// <summary>Makes the callback.</summary>
    /// <param name="batch_size_fn">How many samples a batch holds; null takes the first dimension of its first tensor.</param>
    /// <param name="length_fn">How many items a batch holds, over all samples; null counts none.</param>
    /// <param name="window_size">Over how many batches speeds are taken.</param>
    /// <param name="separator">What stands between the parts of names.</param>
    public ThroughputMonitor(Func<object, long>? batch_size_fn = null, Func<object, long>? length_fn = null, int window_size = 100, string separator = "/")
    {
        _samples = batch_size_fn ?? (batch => BatchSize.Of(batch, out _) ?? throw new MisconfigurationException(
            $"ThroughputMonitor found no tensor in a batch of type {batch.GetType().Name}. Pass batch_size_fn."));
        _items = length_fn;
        _window = window_size >= 2
            ? window_size
            : throw new MisconfigurationException($"ThroughputMonitor(window_size: {window_size}) is too small; a speed takes two batches.");
        _separator = separator;
    }

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module)
    {
        if (trainer.loggers.Count == 0)
        {
            throw new MisconfigurationException("ThroughputMonitor needs a logger, and the Trainer has none. Pass logger: true, or drop the callback.");
        }

        _history.Clear();
        _batches = _allSamples = _allItems = 0;
        _watch.Restart();
    }

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        var samples = _samples(batch);
        var items = _items?.Invoke(batch) ?? 0;
        _batches++;
        _allSamples += samples;
        _allItems += items;
        if (_history.Count == _window)
        {
            _history.Dequeue();
        }

        _history.Enqueue((_watch.Elapsed, samples, items));
        var step = trainer.Progress.BatchesThatStepped;
        if (trainer.log_every_n_steps > 0 && (step + 1) % trainer.log_every_n_steps == 0)
        {
            trainer.LogToLoggers(Row(trainer.world_size), step);
        }
    }

    // Validation is no training time.
    /// <inheritdoc/>
    public override void on_validation_start(Trainer trainer, LightningModule pl_module) => _watch.Stop();

    /// <inheritdoc/>
    public override void on_validation_end(Trainer trainer, LightningModule pl_module)
    {
        if (!trainer.sanity_checking && trainer.stage == TrainerStage.Fit)
        {
            _watch.Start();
        }
    }

    private Dictionary<string, double> Row(int processes)
    {
        var row = new Dictionary<string, double>
        {
            [Name("time")] = _watch.Elapsed.TotalSeconds,
            [Name("batches")] = _batches,
            [Name("samples")] = _allSamples,
        };
        if (_items is not null)
        {
            row[Name("items")] = _allItems;
        }

        // The first batch only says when the window begins.
        var seconds = (_watch.Elapsed - _history.Peek().Time).TotalSeconds;
        if (_history.Count > 1 && seconds > 0)
        {
            Add("batches", (_history.Count - 1) / seconds);
            Add("samples", _history.Skip(1).Sum(entry => entry.Samples) / seconds);
            if (_items is not null)
            {
                Add("items", _history.Skip(1).Sum(entry => entry.Items) / seconds);
            }
        }

        return row;

        void Add(string what, double speed)
        {
            row[Name("device", $"{what}_per_sec")] = speed;
            row[Name($"{what}_per_sec")] = speed * processes;
        }
    }

    private string Name(params ReadOnlySpan<string> parts) => string.Join(_separator, ["train", .. parts]);
}
