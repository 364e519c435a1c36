namespace Lightning.Metrics;

/// <summary>The mean of all elements of the last updates. Python: <c>torchmetrics.RunningMean</c>.</summary>
public sealed class RunningMean : RunningAggregator
{
    /// <summary>Makes the metric.</summary>
    /// <param name="window">How many updates to look back on. Default 5.</param>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is less than 1.</exception>
    public RunningMean(int window = 5, NanStrategy nan_strategy = default)
        : base(nameof(RunningMean), new MeanMetric(nan_strategy), window)
    {
    }

    private protected override void Give(Metric<Tensor> aggregator, Tensor value) => ((MeanMetric)aggregator).update(value);
}
