namespace TorchSharp;

/// <summary>
/// A state dictionary does not fit the module that it was to be loaded into. The message lists every missing and unexpected name and every tensor of
/// another shape; the module has not been changed, but for hooks
/// after loading, which see what fits.
/// </summary>
public sealed class StateDictException : InvalidOperationException
{
    internal StateDictException(
        string module, IReadOnlyList<string> missing, IReadOnlyList<string> unexpected, IReadOnlyList<string> mismatched,
        bool loaded = false)
        : base(Describe(module, missing, unexpected, mismatched, loaded))
    {
        MissingKeys = missing;
        UnexpectedKeys = unexpected;
        Mismatches = mismatched;
    }

    /// <summary>Names that the module has and the dictionary lacks.</summary>
    public IReadOnlyList<string> MissingKeys { get; }

    /// <summary>Names that the dictionary has and the module lacks.</summary>
    public IReadOnlyList<string> UnexpectedKeys { get; }

    /// <summary>One line for each tensor whose shape differs.</summary>
    public IReadOnlyList<string> Mismatches { get; }

    private static string Describe(
        string module, IReadOnlyList<string> missing, IReadOnlyList<string> unexpected, IReadOnlyList<string> mismatched,
        bool loaded)
    {
        var lines = new List<string> { $"The state dictionary does not fit {module}; {(loaded ? "what fits" : "nothing")} was loaded." };
        if (missing.Count > 0)
        {
            lines.Add($"Missing: {Quote(missing)}.");
        }

        if (unexpected.Count > 0)
        {
            lines.Add($"Unexpected: {Quote(unexpected)}.");
        }

        lines.AddRange(mismatched);
        return string.Join($"{Environment.NewLine}    ", lines);
    }

    private static string Quote(IReadOnlyList<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
