using System.Globalization;

namespace Lightning.Cli;

/// <summary>A length of time: "DD:HH:MM:SS", .NET's "HH:MM:SS", or a mapping from units to numbers, as Python's timedelta takes.</summary>
internal sealed class TimeKind(Func<TimeSpan, object> build) : ValueKind
{
    internal override string Takes => "DD:HH:MM:SS";

    internal override bool Fits(ConfigNode node) => Read(node) is not null;

    internal override object? Convert(ConfigNode node, string key) => Read(node) is { } time ? Checked(Write(time), node, key) : throw Wrong(node, key);

    internal override object? Build(object? plain) => plain is string text ? build(Parse(text) ?? throw new FormatException($"\"{text}\" is no time.")) : null;

    private static TimeSpan? Read(ConfigNode node) => node switch
    {
        ScalarNode scalar => Parse(scalar.Text),
        MapNode map => Sum(map),
        _ => null,
    };

    private static TimeSpan? Parse(string text)
    {
        var parts = text.Split(':');
        if (parts.Length == 4 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && TimeSpan.TryParseExact(string.Join(':', parts[1..]), @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var rest))
        {
            return TimeSpan.FromDays(days) + rest;
        }

        return parts.Length == 3 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) ? time : null;
    }

    private static string Write(TimeSpan time) => time >= TimeSpan.Zero && time.Ticks % TimeSpan.TicksPerSecond == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{time.Days:00}:{time.Hours:00}:{time.Minutes:00}:{time.Seconds:00}")
        : time.ToString("c", CultureInfo.InvariantCulture);

    private static TimeSpan? Sum(MapNode map)
    {
        var sum = TimeSpan.Zero;
        foreach (var (unit, value) in map.Entries)
        {
            TimeSpan? one = unit switch
            {
                "weeks" => TimeSpan.FromDays(7), "days" => TimeSpan.FromDays(1), "hours" => TimeSpan.FromHours(1), "minutes" => TimeSpan.FromMinutes(1),
                "seconds" => TimeSpan.FromSeconds(1), "milliseconds" => TimeSpan.FromMilliseconds(1), _ => null,
            };
            if (one is not { } length || !ScalarKinds.Float.Fits(value) || (double)ScalarKinds.Float.Convert(value, unit)! is var number && Math.Abs(number) > 1e6)
            {
                return null;
            }

            sum += length * number;
        }

        return map.Entries.Count == 0 ? null : sum;
    }
}
