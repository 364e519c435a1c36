using System.Collections;

namespace Lightning;

/// <summary>What a fit logged, epoch by epoch: what <see cref="Trainer.fit(LightningModule, IEnumerable?, IEnumerable?, LightningDataModule?, string?)"/> returns.</summary>
/// <remarks>
/// Values stay on the device until they are looked at. A resumed fit's history begins where it was resumed. Python's Lightning has none; Keras's
/// <c>History</c> is alike.
/// </remarks>
public sealed class FitHistory : IReadOnlyList<EpochMetrics>
{
    private readonly List<EpochMetrics> _epochs = [];

    /// <inheritdoc/>
    public int Count => _epochs.Count;

    /// <summary>One epoch, in the order in which they were trained.</summary>
    public EpochMetrics this[int index] => _epochs[index];

    /// <summary>A metric's values, one for each epoch in which it was logged; reading them fetches them.</summary>
    /// <exception cref="KeyNotFoundException">It was never logged; the message names those that were.</exception>
    public IReadOnlyList<double> this[string metric]
    {
        get
        {
            double[] values = [.. _epochs.Where(epoch => epoch.metrics.ContainsKey(metric)).Select(epoch => epoch.metrics[metric].item())];
            return values.Length > 0 ? values : throw new KeyNotFoundException($"No metric \"{metric}\" was logged; logged were: {Names()}.");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<EpochMetrics> GetEnumerator() => _epochs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(EpochMetrics epoch) => _epochs.Add(epoch);

    private string Names() => _epochs.Count == 0
        ? "none"
        : string.Join(", ", _epochs.SelectMany(epoch => epoch.metrics.Keys).Distinct().Order(StringComparer.Ordinal));
}
