using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The warnings of one trace, each given once.</summary>
internal sealed class TraceWarnings
{
    private readonly HashSet<string> given = [];

    /// <summary>Gives a warning unless it was given before.</summary>
    internal void Add(string text)
    {
        if (given.Add(text))
        {
            jit.Warn(text);
        }
    }

    /// <summary>Warns of a value that was read out of a tensor that depends on the inputs.</summary>
    /// <param name="what">What was read.</param>
    internal void OfRead(string what) => Add(
        $"{what} that depends on the inputs{Place()}: the trace does not know what becomes of it, takes it as a constant, and may not hold for " +
        "other inputs");

    // The first line of the program's own.
    private static string Place()
    {
        string? line = Environment.StackTrace.Split('\n').Select(text => text.Trim())
            .FirstOrDefault(text => text.Length > 0 && !text.StartsWith("at System.", StringComparison.Ordinal)
                && !text.StartsWith("at TorchSharp.", StringComparison.Ordinal));
        return line is null ? "" : $" ({line})";
    }
}
