namespace Lightning.Metrics;

/// <summary>Fixed thresholds of a curve: a number of them, evenly from 0 to 1, or an array of their values. Both convert.</summary>
/// <remarks>Python: the <c>thresholds</c> argument of torchmetrics' curves.</remarks>
public sealed class Thresholds
{
    private Thresholds(double[] values) => Values = values;

    internal double[] Values { get; }

    /// <summary>So many thresholds, evenly from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public static implicit operator Thresholds(int count) => count >= 2
        ? new([.. Enumerable.Range(0, count).Select(i => (double)i / (count - 1))])
        : throw new ArgumentOutOfRangeException(nameof(count), count, "thresholds: at least 2, from 0 to 1.");

    /// <summary>These thresholds.</summary>
    /// <exception cref="ArgumentException">There are none, or one is not between 0 and 1.</exception>
    public static implicit operator Thresholds(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Length > 0 && Array.TrueForAll(values, value => value is >= 0 and <= 1)
            ? new([.. values.Order()])
            : throw new ArgumentException("thresholds are probabilities, at least one, each between 0 and 1.", nameof(values));
    }
}
