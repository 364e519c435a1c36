using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Lightning;

/// <summary>
/// For each action how its calls are distributed, how much of its time is its own and how much that of the actions inside it, which those are, and
/// how many managed bytes it allocated.
/// </summary>
/// <remarks>
/// Python: <c>lightning.pytorch.profilers.AdvancedProfiler</c>, which profiles each action's function calls; .NET has no such profiler within the process.
/// Operators are what <see cref="PyTorchProfiler"/> shows.
/// </remarks>
public sealed class AdvancedProfiler : Profiler
{
    private readonly double _restriction;
    private readonly Dictionary<string, ActionProfile> _actions = [];
    private readonly List<Frame> _stack = [];

    /// <summary>Makes the profiler.</summary>
    /// <param name="dirpath">The folder of the summary; null takes the Trainer's log folder.</param>
    /// <param name="filename">The name of the summary's file, without extension; null prints it.</param>
    /// <param name="line_count_restriction">How many inner actions to show for each: at least 1 a number, below 1 a share; default all.</param>
    /// <exception cref="MisconfigurationException">The restriction is not positive.</exception>
    public AdvancedProfiler(string? dirpath = null, string? filename = null, double line_count_restriction = 1e9)
        : base(dirpath, filename)
    {
        _restriction = line_count_restriction > 0
            ? line_count_restriction
            : throw new MisconfigurationException($"AdvancedProfiler(line_count_restriction: {line_count_restriction}) must be positive: a number of lines, or a share below 1.");
    }

    /// <inheritdoc/>
    public override void start(string action_name)
    {
        if (_stack.Exists(frame => frame.Action == action_name))
        {
            throw AlreadyStarted(action_name);
        }

        _stack.Add(new Frame(action_name, Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread()));
    }

    /// <inheritdoc/>
    public override void stop(string action_name)
    {
        var now = Stopwatch.GetTimestamp();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var place = _stack.FindLastIndex(frame => frame.Action == action_name);
        if (place < 0)
        {
            throw NotStarted(action_name);
        }

        var frame = _stack[place];
        _stack.RemoveAt(place);
        var seconds = Stopwatch.GetElapsedTime(frame.Started, now).TotalSeconds;
        Of(action_name).Add(seconds, seconds - frame.InnerSeconds, allocated - frame.Allocated);
        if (place > 0)
        {
            var outer = _stack[place - 1];
            outer.InnerSeconds += seconds;
            Of(outer.Action).Inside(action_name, seconds);
        }
    }

    /// <inheritdoc/>
    public override void teardown(string stage) => _stack.Clear();

    /// <inheritdoc/>
    public override string summary()
    {
        if (_actions.Values.All(profile => profile.Durations.Count == 0))
        {
            return "";
        }

        var text = new StringBuilder("Advanced profile\n");
        foreach (var (name, profile) in _actions.Where(pair => pair.Value.Durations.Count > 0).OrderByDescending(pair => pair.Value.Total))
        {
            Describe(text, name, profile);
        }

        return text.ToString().TrimEnd();
    }

    private void Describe(StringBuilder text, string name, ActionProfile profile)
    {
        var sorted = profile.Durations.Order().ToList();
        text.Append('\n').Append(name).Append('\n');
        text.Append(
            CultureInfo.InvariantCulture,
            $"  {sorted.Count} calls in {Time(profile.Total)}, {Time(profile.Own)} of it its own, {profile.Allocated / sorted.Count} bytes allocated a call\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"  a call: mean {Time(profile.Total / sorted.Count)}, least {Time(sorted[0])}, median {Time(At(sorted, 0.5))}, 95 % {Time(At(sorted, 0.95))}, most {Time(sorted[^1])}\n");
        var shown = _restriction >= 1 ? (int)Math.Min(_restriction, int.MaxValue) : (int)Math.Ceiling(_restriction * profile.Inner.Count);
        foreach (var (inner, (calls, seconds)) in profile.Inner.OrderByDescending(pair => pair.Value.Seconds).Take(shown))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {100 * seconds / profile.Total,6:F2} %  {Time(seconds),10}  {calls,8} x  {inner}\n");
        }
    }

    private ActionProfile Of(string action)
    {
        if (!_actions.TryGetValue(action, out var profile))
        {
            _actions.Add(action, profile = new ActionProfile());
        }

        return profile;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];

    private static string Time(double seconds) => seconds switch
    {
        >= 1 => seconds.ToString("F3", CultureInfo.InvariantCulture) + " s",
        >= 1e-3 => (seconds * 1e3).ToString("F3", CultureInfo.InvariantCulture) + " ms",
        _ => (seconds * 1e6).ToString("F1", CultureInfo.InvariantCulture) + " us",
    };

    private sealed class Frame(string action, long started, long allocated)
    {
        internal string Action => action;

        internal long Started => started;

        internal long Allocated => allocated;

        internal double InnerSeconds { get; set; }
    }

    private sealed class ActionProfile
    {
        internal List<double> Durations { get; } = [];

        internal double Total { get; private set; }

        internal double Own { get; private set; }

        internal long Allocated { get; private set; }

        internal Dictionary<string, (long Calls, double Seconds)> Inner { get; } = [];

        internal void Add(double seconds, double own, long allocated)
        {
            Durations.Add(seconds);
            Total += seconds;
            Own += own;
            Allocated += allocated;
        }

        internal void Inside(string action, double seconds)
        {
            var (calls, before) = Inner.GetValueOrDefault(action);
            Inner[action] = (calls + 1, before + seconds);
        }
    }
}
