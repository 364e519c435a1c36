namespace Lightning;

/// <summary>
/// An object that <c>log</c> takes in a value's place: it collects over the epoch by itself, and is asked for the epoch's value and reset when the epoch is
/// over. <see cref="Lightning.Metrics.Metric"/> is one.
/// </summary>
/// <remarks>
/// Where several processes run, <see cref="EpochValue"/> is called by all of them at the same points and may communicate. A process that has not logged the
/// object, because its share of the data was empty, finds its own by the path in the module.
/// </remarks>
public interface ILoggableMetric
{
    /// <summary>The value of the last batch, one element, or null when only the epoch was collected. The metric keeps it.</summary>
    Tensor? StepValue { get; }

    /// <summary>The value over all that was collected, one element, in all processes; the caller owns the tensor.</summary>
    /// <param name="name">The name that it is logged under, for messages.</param>
    /// <exception cref="MisconfigurationException">The metric's value has more than one element.</exception>
    Tensor EpochValue(string name);

    /// <summary>Forgets what was collected.</summary>
    void reset();

    /// <summary>What was collected so far, for a checkpoint in the middle of an epoch: tensors and plain values by name.</summary>
    Dictionary<string, object?> Save();

    /// <summary>Takes what <see cref="Save"/> gave.</summary>
    /// <param name="state">Names and values; the tensors stay the caller's.</param>
    void Load(IReadOnlyDictionary<string, object?> state);
}
