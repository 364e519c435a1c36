using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lightning;

/// <summary>Stops training with a <see cref="TrainingSpikeException"/> when the loss jumps or is not finite, and notes the batch in a file.</summary>
/// <remarks>
/// A loss is a spike when it is worse than the last one and apart from the running mean by both tolerances. Looking at the loss reads it to the host after
/// every batch. Python: <c>lightning.pytorch.callbacks.SpikeDetection</c>.
/// </remarks>
public class SpikeDetection : Callback
{
    private readonly bool _larger;
    private readonly int _window;
    private readonly int _warmup;
    private readonly double? _atol;
    private readonly double? _rtol;
    private readonly string? _path;
    private readonly bool _finiteOnly;
    private readonly Queue<double> _values = [];
    private readonly List<long> _bad = [];
    private double? _last;

    /// <summary>Makes the callback.</summary>
    /// <param name="mode">"min" (the default): a rise is worse; "max": a fall is.</param>
    /// <param name="window">Over how many batches the running mean is taken.</param>
    /// <param name="warmup">How many batches to see before any is a spike.</param>
    /// <param name="atol">The least absolute distance from the running mean; null asks for none.</param>
    /// <param name="rtol">The least distance as a multiple of the running mean; null asks for none.</param>
    /// <param name="exclude_batches_path">The file that collects the numbers of such batches; null takes <c>skip_batches.json</c> in the root folder.</param>
    /// <param name="finite_only">Whether a loss that is not finite is a spike; default true.</param>
    public SpikeDetection(
        string mode = "min",
        int window = 10,
        int warmup = 1,
        double? atol = 0.1,
        double? rtol = 2.0,
        string? exclude_batches_path = null,
        bool finite_only = true)
    {
        _larger = mode switch
        {
            "min" => false,
            "max" => true,
            _ => throw new MisconfigurationException($"SpikeDetection(mode: \"{mode}\") is unknown; use \"min\" or \"max\"."),
        };
        if (window < 1 || warmup < 0)
        {
            throw new MisconfigurationException($"SpikeDetection: window ({window}) is at least 1, and warmup ({warmup}) not negative.");
        }

        _window = window;
        _warmup = warmup;
        _atol = atol is { } absolute ? Math.Abs(absolute) : null;
        _rtol = rtol is { } relative ? Math.Abs(relative) : null;
        _path = exclude_batches_path;
        _finiteOnly = finite_only;
    }

    /// <summary>The numbers, over all epochs, of the batches that were spikes.</summary>
    public IReadOnlyList<long> bad_batches => _bad;

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => new()
    {
        ["last_val"] = _last,
        ["running"] = _values.Select(value => (object?)value).ToList(),
        ["bad_batches"] = _bad.Select(number => (object?)number).ToList(),
    };

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        _last = state_dict.GetValueOrDefault("last_val") is { } last ? Convert.ToDouble(last, CultureInfo.InvariantCulture) : null;
        _values.Clear();
        foreach (var value in (IReadOnlyList<object?>)state_dict["running"]!)
        {
            _values.Enqueue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        }

        _bad.Clear();
        _bad.AddRange(((IReadOnlyList<object?>)state_dict["bad_batches"]!).Select(number => Convert.ToInt64(number, CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        if (!pl_module.automatic_optimization || StepOutput.Of(outputs).Loss is not { } tensor)
        {
            return;
        }

        var loss = tensor.ToScalar().ToDouble();
        var mean = _values.Count == 0 ? loss : _values.Average();
        if (trainer.strategy.reduce_boolean_decision(IsSpike(loss, mean), all: false))
        {
            _bad.Add(trainer.Progress.TotalBatches);
            Write(trainer);
            throw new TrainingSpikeException(batch_idx, loss, mean);
        }

        _last = loss;
        if (double.IsFinite(loss))
        {
            _values.Enqueue(loss);
            if (_values.Count > _window)
            {
                _values.Dequeue();
            }
        }
    }

    private bool IsSpike(double loss, double mean)
    {
        if (_finiteOnly && !double.IsFinite(loss))
        {
            return true;
        }

        if (_values.Count < Math.Max(_warmup, 1) || _last is not { } last || (_larger ? loss >= last : loss <= last))
        {
            return false;
        }

        var apart = Math.Abs(loss - mean);
        return (_atol is null || apart >= _atol) && (_rtol is null || apart >= Math.Abs(_rtol.Value * mean));
    }

    private void Write(Trainer trainer)
    {
        if (!trainer.is_global_zero)
        {
            return;
        }

        var path = Path.GetFullPath(_path ?? Path.Combine(trainer.default_root_dir, "skip_batches.json"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var number in _bad)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }

        WholeFile.Write(path, Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
