using Lightning.Metrics;

namespace Lightning.Cli;

/// <summary>What somebody may have meant.</summary>
internal static class Suggestion
{
    /// <summary>The nearest of the names that are known, or null when none is near.</summary>
    internal static string? For(string asked, IEnumerable<string> known)
    {
        var (best, nearest) = (default(string), double.MaxValue);
        var name = Last(asked);
        foreach (var candidate in known.Distinct())
        {
            // The right name in the wrong place is nearer than a wrong one in the right place.
            var distance = Last(candidate) == name && name.Length > 2
                ? 0.5
                : EditDistance.Between<char>(asked, candidate) is var whole && whole <= Math.Max(2, name.Length / 3) ? whole : double.MaxValue;
            if (distance < nearest)
            {
                (best, nearest) = (candidate, distance);
            }
        }

        return best;
    }

    private static string Last(string key) => key[(key.LastIndexOf('.') + 1)..];
}
