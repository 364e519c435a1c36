namespace Lightning.Metrics;

/// <summary>
/// Words to insert, delete or exchange, in relation to the words of the target; above 1 where more was recognised than said. Python:
/// <c>torchmetrics.text.WordErrorRate</c>.
/// </summary>
public sealed class WordErrorRate : ErrorRateMetric
{
    /// <summary>Makes the metric; <c>update(preds, target)</c> takes lists of texts, words apart by white space.</summary>
    public WordErrorRate()
        : base(nameof(WordErrorRate))
    {
    }

    private protected override (long Errors, long Total) Count(string preds, string target)
    {
        var words = TextInput.Words(target);
        return (EditDistance.Between<string>(TextInput.Words(preds), words), words.Length);
    }
}
