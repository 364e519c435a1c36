using System.Globalization;

namespace Lightning.Plugins;

/// <summary>Reads the variables that launchers set.</summary>
internal static class EnvironmentVariables
{
    internal static bool Has(string name) => Text(name) is not null;

    internal static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    internal static string Needed(string name) =>
        Text(name) ?? throw new MisconfigurationException($"The environment variable {name} is not set, and the launcher that the others speak of sets it.");

    /// <exception cref="MisconfigurationException">It is there and no number.</exception>
    internal static int? Number(string name) => Text(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new MisconfigurationException($"The environment variable {name} is \"{text}\", which is no number.");

    /// <exception cref="MisconfigurationException">It is missing or no number.</exception>
    internal static int NeededNumber(string name)
    {
        Needed(name);
        return Number(name)!.Value;
    }
}
