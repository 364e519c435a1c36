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

    internal void Pause() => _watch.Stop();

    internal void Continue() => _watch.Start();

    internal string Line(string metrics)
    {
        var seconds = _watch.Elapsed.TotalSeconds;
        var text = new StringBuilder(title).Append(": ");
        if (total is > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{100.0 * Done / total.Value:F0}% ");
        }

        text.Append(CultureInfo.InvariantCulture, $"{Done}{(total is null ? "" : $"/{total}")} [{Clock(seconds)}");
        if (seconds > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", {Done / seconds:F2} it/s");
        }

        return text.Append(metrics.Length == 0 ? "" : $", {metrics}").Append(']').ToString();
    }

    internal static string Metrics(IReadOnlyDictionary<string, MetricValue> metrics) =>
        string.Join(", ", metrics.Select(pair => $"{pair.Key}={pair.Value.item().ToString("G4", CultureInfo.InvariantCulture)}"));

    private static string Clock(double seconds) => TimeSpan.FromSeconds(seconds).ToString(seconds < 3600 ? @"mm\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
