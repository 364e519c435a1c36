using System.Globalization;

namespace Lightning;

/// <summary>A time that a <see cref="TimeSpan"/> or a text "DD:HH:MM:SS" converts to.</summary>
public readonly struct Duration
{
    private Duration(TimeSpan value) => Value = value;

    /// <summary>The time.</summary>
    public TimeSpan Value { get; }

    /// <summary>Takes a time span.</summary>
    public static implicit operator Duration(TimeSpan value) => new(value);

    /// <summary>Takes "DD:HH:MM:SS".</summary>
    /// <exception cref="MisconfigurationException">The text has another form.</exception>
    public static implicit operator Duration(string text)
    {
        var parts = text.Split(':');
        if (parts.Length == 4
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours < 24
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 60)
        {
            return new Duration(new TimeSpan(days, hours, minutes, seconds));
        }

        throw new MisconfigurationException($"\"{text}\" is not a time of the form DD:HH:MM:SS, for example 00:12:00:00 for twelve hours.");
    }
}
