using System.Text;

namespace Lightning.Metrics;

/// <summary>
/// Characters to insert, delete or exchange, in relation to the characters of the target. A character is a Unicode code point, as in Python. Python:
/// <c>torchmetrics.text.CharErrorRate</c>.
/// </summary>
public sealed class CharErrorRate : ErrorRateMetric
{
    /// <summary>Makes the metric; <c>update(preds, target)</c> takes lists of texts.</summary>
    public CharErrorRate()
        : base(nameof(CharErrorRate))
    {
    }

    private protected override (long Errors, long Total) Count(string preds, string target)
    {
        Rune[] characters = [.. target.EnumerateRunes()];
        return (EditDistance.Between<Rune>([.. preds.EnumerateRunes()], characters), characters.Length);
    }
}
