namespace Lightning;

/// <summary>Which metrics share a chart: those that measure the same in training, validation and test, by step and by epoch.</summary>
internal static class ReportGroups
{
    private static readonly string[] Stages = ["train", "training", "val", "valid", "validation", "test"];

    /// <summary>The charts: losses first, learning rates last, the others in the order of their first values.</summary>
    internal static IEnumerable<(string Title, IReadOnlyList<ReportSeries> Members)> Of(IEnumerable<ReportSeries> series) => series
        .GroupBy(item => Title(item.Name))
        .OrderBy(group => group.Key.Contains("loss", StringComparison.OrdinalIgnoreCase) ? 0 : group.Key == LearningRate ? 2 : 1)
        .Select(group => (group.Key, (IReadOnlyList<ReportSeries>)[.. group]));

    /// <summary>A chart is logarithmic when its values are positive and span more than a factor of thirty; learning rates that go to zero are better seen straight.</summary>
    internal static bool SpansMagnitudes(string title, IReadOnlyList<ReportSeries> members)
    {
        if (title == LearningRate)
        {
            return false;
        }

        var least = members.Min(item => item.Least?.Y ?? double.MaxValue);
        var greatest = members.Max(item => item.Greatest?.Y ?? double.MinValue);
        return least > 0 && greatest / least > 30;
    }

    private const string LearningRate = "Learning rate";

    private static string Title(string name)
    {
        if (name.StartsWith("lr-", StringComparison.Ordinal) || name == "lr")
        {
            return name.EndsWith("-momentum", StringComparison.Ordinal) ? "Momentum"
                : name.EndsWith("-weight_decay", StringComparison.Ordinal) ? "Weight decay"
                : LearningRate;
        }

        var words = name.Split('/', '_').Where(word => word.Length > 0).ToList();
        if (words.Count > 1 && words[^1] is "step" or "epoch")
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1)
        {
            words.RemoveAll(word => Stages.Contains(word));
        }

        var title = string.Join(' ', words);
        return title.Length == 0 ? name : char.ToUpperInvariant(title[0]) + title[1..];
    }
}
