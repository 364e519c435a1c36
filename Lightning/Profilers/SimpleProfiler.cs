using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Lightning;

/// <summary>How often each action ran, how long on average and in all.</summary>
/// <remarks>Python: <c>lightning.pytorch.profilers.SimpleProfiler</c>.</remarks>
public sealed class SimpleProfiler : Profiler
{
    private readonly bool _extended;
    private readonly Dictionary<string, ActionTimes> _actions = [];
    private readonly long _begun = Stopwatch.GetTimestamp();

    /// <summary>Makes the profiler.</summary>
    /// <param name="dirpath">The folder of the summary; null takes the Trainer's log folder.</param>
    /// <param name="filename">The name of the summary's file, without extension; null prints it.</param>
    /// <param name="extended">Shows the number of calls and the share of the time too; default true.</param>
    public SimpleProfiler(string? dirpath = null, string? filename = null, bool extended = true)
        : base(dirpath, filename)
    {
        _extended = extended;
    }

    /// <summary>The seconds that each call of each action took.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> recorded_durations =>
        _actions.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<double>)pair.Value.Durations);

    /// <inheritdoc/>
    public override void start(string action_name)
    {
        if (!_actions.TryGetValue(action_name, out var action))
        {
            _actions.Add(action_name, action = new ActionTimes());
        }

        if (action.Started != 0)
        {
            throw AlreadyStarted(action_name);
        }

        action.Started = Stopwatch.GetTimestamp();
    }

    /// <inheritdoc/>
    public override void stop(string action_name)
    {
        var now = Stopwatch.GetTimestamp();
        if (!_actions.TryGetValue(action_name, out var action) || action.Started == 0)
        {
            throw NotStarted(action_name);
        }

        action.Durations.Add(Stopwatch.GetElapsedTime(action.Started, now).TotalSeconds);
        action.Started = 0;
    }

    /// <inheritdoc/>
    public override void teardown(string stage)
    {
        // What an exception left under way would be an error in the next run.
        foreach (var action in _actions.Values)
        {
            action.Started = 0;
        }
    }

    /// <inheritdoc/>
    public override string summary()
    {
        var whole = Stopwatch.GetElapsedTime(_begun).TotalSeconds;
        var rows = _actions
            .Where(pair => pair.Value.Durations.Count > 0)
            .Select(pair => (Name: pair.Key, Calls: pair.Value.Durations.Count, Total: pair.Value.Durations.Sum()))
            .OrderByDescending(row => row.Total)
            .ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var table = new ProfileTable("Simple profile", _extended
            ? ["Action", "Mean duration (s)", "Num calls", "Total time (s)", "Percentage %"]
            : ["Action", "Mean duration (s)", "Total time (s)"]);
        if (_extended)
        {
            table.Add("Total", "-", Text(rows.Sum(row => row.Calls)), Seconds(whole), "100.00");
        }

        foreach (var (name, calls, total) in rows)
        {
            if (_extended)
            {
                table.Add(name, Seconds(total / calls), Text(calls), Seconds(total), (100 * total / whole).ToString("F2", CultureInfo.InvariantCulture));
            }
            else
            {
                table.Add(name, Seconds(total / calls), Seconds(total));
            }
        }

        return table.ToString();
    }

    private static string Seconds(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed class ActionTimes
    {
        internal long Started { get; set; }

        internal List<double> Durations { get; } = [];
    }
}
