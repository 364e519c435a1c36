namespace Lightning.Metrics;

/// <summary>The sum of all elements of the last updates. Python: <c>torchmetrics.RunningSum</c>.</summary>
public sealed class RunningSum : RunningAggregator
{
    /// <summary>Makes the metric.</summary>
    /// <param name="window">How many updates to look back on. Default 5.</param>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is less than 1.</exception>
    public RunningSum(int window = 5, NanStrategy nan_strategy = default)
        : base(nameof(RunningSum), new SumMetric(nan_strategy), window)
    {
    }

    private protected override void Give(Metric<Tensor> aggregator, Tensor value) => ((SumMetric)aggregator).update(value);
}
