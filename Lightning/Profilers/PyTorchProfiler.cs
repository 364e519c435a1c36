using System.Globalization;
using TorchSharp;

namespace Lightning;

/// <summary>
/// Records every operator of libtorch through <c>torch.profiler</c>, with the Trainer's actions as ranges around them; writes a trace that
/// chrome://tracing and Perfetto show, and a table summed up by operator.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.profilers.PyTorchProfiler</c>.</remarks>
public sealed class PyTorchProfiler : Profiler
{
    private const string RangePrefix = "[pl][profile]";
    private readonly bool _byShape;
    private readonly bool _export;
    private readonly int _rowLimit;
    private readonly string _sortBy;
    private readonly Func<int, torch.profiler.ProfilerAction>? _schedule;
    private readonly bool _shapes;
    private readonly bool _memory;
    private readonly Dictionary<string, IDisposable> _ranges = [];
    private readonly List<string> _files = [];
    private torch.profiler.Profile? _profile;
    private string _table = "";
    private int _traces;

    /// <summary>Makes the profiler.</summary>
    /// <param name="dirpath">The folder of what it writes; null takes the Trainer's log folder.</param>
    /// <param name="filename">The name of its files, without extension; null prints the table.</param>
    /// <param name="group_by_input_shapes">Tells calls of an operator with other shapes apart; default false.</param>
    /// <param name="export_to_chrome">Writes each finished trace as a file; default true.</param>
    /// <param name="row_limit">How many rows of the table at most; -1 for all. Default 20.</param>
    /// <param name="sort_by_key">The table's order: cpu_time_total (the default), self_cpu_time_total, cpu_time, count, cpu_memory_usage.</param>
    /// <param name="schedule">
    /// What to do in each step, see <c>torch.profiler.schedule</c>; a step is a training, validation, test or predict step. Null records whole runs.
    /// </param>
    /// <param name="record_shapes">Records the shapes of arguments; default false.</param>
    /// <param name="profile_memory">Records what operators allocate; default false.</param>
    public PyTorchProfiler(
        string? dirpath = null,
        string? filename = null,
        bool group_by_input_shapes = false,
        bool export_to_chrome = true,
        int row_limit = 20,
        string sort_by_key = "cpu_time_total",
        Func<int, torch.profiler.ProfilerAction>? schedule = null,
        bool record_shapes = false,
        bool profile_memory = false)
        : base(dirpath, filename)
    {
        if (sort_by_key is not ("cpu_time_total" or "self_cpu_time_total" or "cpu_time" or "count" or "cpu_memory_usage" or "self_cpu_memory_usage"))
        {
            throw new MisconfigurationException(
                $"PyTorchProfiler(sort_by_key: \"{sort_by_key}\") is unknown; use cpu_time_total, self_cpu_time_total, cpu_time, count, cpu_memory_usage or self_cpu_memory_usage.");
        }

        _byShape = group_by_input_shapes;
        _export = export_to_chrome;
        _rowLimit = row_limit;
        _sortBy = sort_by_key;
        _schedule = schedule;
        _shapes = record_shapes || group_by_input_shapes;
        _memory = profile_memory;
    }

    /// <summary>The files of the traces written so far.</summary>
    public IReadOnlyList<string> trace_files => _files;

    /// <inheritdoc/>
    public override void setup(string stage, int local_rank = 0, string? log_dir = null)
    {
        base.setup(stage, local_rank, log_dir);
        _traces = 0;
        _table = "";
        _profile = torch.profiler.profile(schedule: _schedule, on_trace_ready: TakeTrace, record_shapes: _shapes, profile_memory: _memory);
    }

    /// <inheritdoc/>
    public override void start(string action_name)
    {
        if (_profile is null)
        {
            return;
        }

        if (_ranges.ContainsKey(action_name))
        {
            throw AlreadyStarted(action_name);
        }

        _ranges.Add(action_name, torch.profiler.record_function(RangePrefix + action_name));
    }

    /// <inheritdoc/>
    public override void stop(string action_name)
    {
        if (_ranges.Remove(action_name, out var range))
        {
            range.Dispose();
        }

        if (_schedule is not null && _profile is { } profile && EndsStep(action_name))
        {
            profile.step();
        }
    }

    /// <inheritdoc/>
    public override void describe()
    {
        // Everything up to here belongs to the last trace.
        _profile?.stop();
        base.describe();
    }

    /// <inheritdoc/>
    public override string summary() => _table;

    /// <inheritdoc/>
    public override void teardown(string stage)
    {
        // An exception may have left ranges open, the innermost last.
        foreach (var range in _ranges.Values.Reverse())
        {
            range.Dispose();
        }

        _ranges.Clear();
        _profile?.Dispose();
        _profile = null;
    }

    private static bool EndsStep(string action) =>
        action.StartsWith("[Strategy]", StringComparison.Ordinal)
        && (action.EndsWith(".training_step", StringComparison.Ordinal) || action.EndsWith(".validation_step", StringComparison.Ordinal)
            || action.EndsWith(".test_step", StringComparison.Ordinal) || action.EndsWith(".predict_step", StringComparison.Ordinal));

    private void TakeTrace(torch.profiler.Profile profile)
    {
        _table = "Profiler of operators\n" + profile.key_averages(_byShape).table(_sortBy, _rowLimit, max_name_column_width: 100);
        if (_export)
        {
            var number = _traces++ == 0 ? "" : $".{_traces.ToString(CultureInfo.InvariantCulture)}";
            var path = PathOf($"{number}.pt.trace.json");
            profile.export_chrome_trace(path);
            _files.Add(path);
        }
    }
}
