using System.Globalization;
using Spectre.Console;

namespace Lightning;

/// <summary>The columns of <see cref="RichProgressBar"/>: title, bar, batches, time, speed, metrics, each in its style.</summary>
internal sealed class ThemedLook : ProgressLook
{
    private readonly RichProgressBarTheme _theme;
    private readonly Style _description;
    private readonly Style _bar;
    private readonly Style _finished;
    private readonly Style _pulse;
    private readonly Style _batches;
    private readonly Style _time;
    private readonly Style _speed;
    private readonly Style _metrics;

    internal ThemedLook(RichProgressBarTheme theme)
    {
        _theme = theme;
        _description = Parsed(theme.description, nameof(theme.description));
        _bar = Parsed(theme.progress_bar, nameof(theme.progress_bar));
        _finished = Parsed(theme.progress_bar_finished, nameof(theme.progress_bar_finished));
        _pulse = Parsed(theme.progress_bar_pulse, nameof(theme.progress_bar_pulse));
        _batches = Parsed(theme.batch_progress, nameof(theme.batch_progress));
        _time = Parsed(theme.time, nameof(theme.time));
        _speed = Parsed(theme.processing_speed, nameof(theme.processing_speed));
        _metrics = Parsed(theme.metrics, nameof(theme.metrics));
        try
        {
            _ = 1.0.ToString(theme.metrics_format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw new MisconfigurationException($"RichProgressBarTheme: metrics_format \"{theme.metrics_format}\" is no format of .NET's numbers; use \"F3\" for three decimals.");
        }
    }

    internal override ProgressColumn[] Columns(ProgressText text) =>
    [
        new TextColumn(() => text.Title, _description),
        new ProgressBarColumn { CompletedStyle = _bar, FinishedStyle = _finished, IndeterminateStyle = _pulse },
        new TextColumn(() => Batches(text), _batches),
        new TextColumn(() => Time(text), _time),
        new TextColumn(() => Speed(text), _speed),
        new TextColumn(() => text.Metrics, _metrics),
    ];

    internal override string Metrics(IReadOnlyDictionary<string, MetricValue> metrics) => string.Join(
        _theme.metrics_text_delimiter,
        metrics.Select(pair => $"{pair.Key}: {pair.Value.item().ToString(_theme.metrics_format, CultureInfo.InvariantCulture)}"));

    internal override string Description(ProgressText text) => text.Title;

    internal override string Line(ProgressText text) => $"{text.Title} {Batches(text)} {Time(text)} {Speed(text)} {text.Metrics}".TrimEnd();

    private static string Batches(ProgressText text) => string.Create(CultureInfo.InvariantCulture, $"{text.Done}/{(text.Total is { } total ? total : "--")}");

    private static string Time(ProgressText text) =>
        $"{ProgressText.Clock(text.Elapsed)} • {(text.Remaining is { } left ? ProgressText.Clock(left) : "-:--:--")}";

    private static string Speed(ProgressText text) => string.Create(CultureInfo.InvariantCulture, $"{text.Rate:F2}it/s");

    private static Style Parsed(string style, string name)
    {
        if (style.Length == 0)
        {
            return Style.Plain;
        }

        return Style.TryParse(style, out var parsed) && parsed is not null
            ? parsed
            : throw new MisconfigurationException($"RichProgressBarTheme: {name} \"{style}\" is no style; use words such as \"bold green\", \"dim\", or a colour such as \"#6206E0\".");
    }
}
