namespace Lightning.Metrics;

/// <summary>Texts as lists of words.</summary>
internal static class TextInput
{
    /// <summary>Words between white space.</summary>
    internal static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    internal static void SameCount<TLeft, TRight>(IReadOnlyList<TLeft> preds, IReadOnlyList<TRight> target, string metric)
    {
        ArgumentNullException.ThrowIfNull(preds);
        ArgumentNullException.ThrowIfNull(target);
        if (preds.Count != target.Count)
        {
            throw new ArgumentException($"{metric} takes as many predictions as targets, not {preds.Count} and {target.Count}.", nameof(target));
        }
    }

    /// <summary>How often each run of n words occurs.</summary>
    internal static Dictionary<string, long> Grams(IReadOnlyList<string> words, int n)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i + n <= words.Count; i++)
        {
            // Words hold no white space, so that the joined text tells them apart.
            var gram = string.Join(' ', words.Skip(i).Take(n));
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }
}
