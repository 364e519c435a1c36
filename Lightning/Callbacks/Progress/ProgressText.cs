using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Lightning;

/// <summary>What a progress view says: how far, how fast, and the metrics.</summary>
internal sealed class ProgressText(string title, long? total)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    internal long Done { get; set; }

    internal long? Total => total;

    internal string Title => title;

    /// <summary>The metrics, as they were last asked for.</summary>
    internal string Metrics { get; set; } = "";

    internal TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Batches in a second; 0 before the first.</summary>
    internal double Rate => Elapsed.TotalSeconds is > 0 and var seconds ? Done / seconds : 0;

    /// <summary>How long it takes from here on, at the rate so far; null when nobody knows.</summary>
    internal TimeSpan? Remaining => total is { } all && Rate is > 0 and var rate ? TimeSpan.FromSeconds((all - Done) / rate) : null;

    internal void Pause() => _watch.Stop();

    internal void Continue() => _watch.Start();

    internal string Line()
    {
        var text = new StringBuilder(title).Append(": ");
        if (total is > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{100.0 * Done / total.Value:F0}% ");
        }

        text.Append(CultureInfo.InvariantCulture, $"{Done}{(total is null ? "" : $"/{total}")} [{Clock(Elapsed)}");
        if (Elapsed > TimeSpan.Zero)
        {
            text.Append(CultureInfo.InvariantCulture, $", {Rate:F2} it/s");
        }

        return text.Append(Metrics.Length == 0 ? "" : $", {Metrics}").Append(']').ToString();
    }

    internal static string Clock(TimeSpan time) => time.ToString(time.TotalHours < 1 ? @"mm\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
