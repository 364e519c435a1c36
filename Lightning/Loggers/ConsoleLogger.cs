using System.Globalization;
using Spectre.Console;

namespace Lightning;

/// <summary>Prints the metrics of each epoch as a table on the console: a row when an epoch's values come, wider when new ones do.</summary>
/// <remarks>Values of single steps are gathered; each row shows the latest of every metric.</remarks>
public sealed class ConsoleLogger : Logger
{
    private readonly IAnsiConsole _console;
    private readonly List<string> _columns = [];
    private readonly Dictionary<string, double> _latest = [];
    private double? _epoch;
    private long _step;
    private bool _pending;
    private int _headed;

    /// <summary>Makes the logger.</summary>
    /// <param name="console">Where to print; null takes the program's console.</param>
    /// <param name="name">The name of the experiment.</param>
    public ConsoleLogger(IAnsiConsole? console = null, string name = "console")
    {
        ArgumentNullException.ThrowIfNull(name);
        _console = console ?? AnsiConsole.Console;
        this.name = name;
    }

    /// <inheritdoc/>
    public override string name { get; }

    /// <summary>Nothing is written, so there is no folder: "".</summary>
    public override string save_dir => "";

    /// <summary>There are no versions: "".</summary>
    public override string version => "";

    /// <inheritdoc/>
    public override void log_metrics(IReadOnlyDictionary<string, double> metrics, long step)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var epoch = metrics.TryGetValue("epoch", out var value) ? value : _epoch;
        if (epoch != _epoch)
        {
            save();
            _epoch = epoch;
        }

        _step = step;
        foreach (var (metric, number) in metrics)
        {
            if (metric == "epoch")
            {
                continue;
            }

            if (!_columns.Contains(metric))
            {
                _columns.Add(metric);
            }

            _latest[metric] = number;
            _pending = true;
        }
    }

    /// <inheritdoc/>
    public override void log_hyperparams(HyperParameters hparams)
    {
        ArgumentNullException.ThrowIfNull(hparams);
        foreach (var (setting, value) in hparams)
        {
            _console.Profile.Out.Writer.WriteLine($"{setting} = {Convert.ToString(value, CultureInfo.InvariantCulture) ?? "none"}");
        }
    }

    /// <inheritdoc/>
    public override void finalize(string status)
    {
        save();
        _headed = 0;
    }

    /// <summary>Prints the row of the epoch, if there is one that has not been printed.</summary>
    public override void save()
    {
        if (!_pending)
        {
            return;
        }

        _pending = false;
        var widths = _columns.Select(column => Math.Max(column.Length, 10)).ToList();
        if (_headed != _columns.Count)
        {
            _headed = _columns.Count;
            Line(["epoch", "step", .. _columns], [5, 8, .. widths]);
            Line(["-----", "--------", .. widths.Select(width => new string('-', width))], [5, 8, .. widths]);
        }

        Line(
            [
                _epoch?.ToString(CultureInfo.InvariantCulture) ?? "", _step.ToString(CultureInfo.InvariantCulture),
                .. _columns.Select(column => _latest.TryGetValue(column, out var value) ? value.ToString("G5", CultureInfo.InvariantCulture) : ""),
            ],
            [5, 8, .. widths]);
        _latest.Clear();
    }

    private void Line(IReadOnlyList<string> cells, IReadOnlyList<int> widths) =>
        _console.Profile.Out.Writer.WriteLine(string.Join("  ", cells.Select((cell, column) => cell.PadLeft(widths[column]))).TrimEnd());
}
