using System.Globalization;

namespace Lightning;

/// <summary>
/// The environment variables that stand in for arguments of the Trainer that were left open: PL_TRAINER_MAX_EPOCHS for <c>max_epochs</c>, and so on.
/// </summary>
internal static class TrainerVariables
{
    internal static int? Int(int? given, string argument) => given ?? Read(argument, Whole);

    internal static long? Long(long? given, string argument) => given ?? Read(argument, text => (long)Whole(text));

    internal static double? Double(double? given, string argument) =>
        given ?? Read(argument, text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    internal static bool? Bool(bool? given, string argument) => given ?? Read(argument, Flag);

    internal static string? Text(string? given, string argument) => given ?? Variable(argument);

    internal static Batches? Batches(Batches? given, string argument) => given ?? Read(argument, text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            ? Lightning.Batches.Count(count)
            : Lightning.Batches.Fraction(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));

    internal static CheckInterval? Interval(CheckInterval? given, string argument) => given ?? Read<CheckInterval>(argument, text =>
        text.Contains(':', StringComparison.Ordinal) ? text
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    internal static Duration? Time(Duration? given, string argument) => given ?? Read<Duration>(argument, text => text);

    internal static FastDevRun FastDevRun(FastDevRun given, string argument) => given.Enabled ? given : Read<FastDevRun>(argument, text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var batches) ? batches : Flag(text)) ?? given;

    internal static Deterministic Deterministic(Deterministic given, string argument) => given.Enabled
        ? given
        : Read<Deterministic>(argument, text => text == "warn" ? text : Flag(text)) ?? given;

    private static T? Read<T>(string argument, Func<string, T> parse)
        where T : struct
    {
        if (Variable(argument) is not { } text)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new MisconfigurationException($"The environment variable {Name(argument)} is \"{text}\", which the Trainer's {argument} does not take.", exception);
        }
    }

    private static string? Variable(string argument) => EnvironmentVariables.Text(Name(argument));

    private static string Name(string argument) => $"PL_TRAINER_{argument.ToUpperInvariant()}";

    private static int Whole(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static bool Flag(string text) => text.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => throw new FormatException("neither true nor false"),
    };
}
