namespace Lightning;

/// <summary>What one epoch logged.</summary>
/// <param name="epoch">The epoch, from 0.</param>
/// <param name="global_step">The optimizer steps taken when it was over.</param>
/// <param name="metrics">The latest value of each metric that was logged in it, validation's too.</param>
public sealed record EpochMetrics(int epoch, long global_step, IReadOnlyDictionary<string, MetricValue> metrics);
