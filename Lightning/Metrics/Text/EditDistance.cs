namespace Lightning.Metrics;

/// <summary>How many insertions, deletions and substitutions lead from one sequence to another (Levenshtein).</summary>
internal static class EditDistance
{
    internal static long Between<T>(ReadOnlySpan<T> from, ReadOnlySpan<T> to)
        where T : IEquatable<T>
    {
        // One row of the table at a time: what turns the beginning of one into each beginning of the other.
        var row = new long[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var substituted = diagonal + (from[i].Equals(to[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substituted, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[^1];
    }
}
