namespace Lightning.Metrics;

/// <summary>The smallest of all elements; infinity of none. Python: <c>torchmetrics.MinMetric</c>.</summary>
public sealed class MinMetric : ExtremeMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    public MinMetric(NanStrategy nan_strategy = default)
        : base(nameof(MinMetric), double.PositiveInfinity, "min", nan_strategy)
    {
    }

    private protected override Tensor Further(Tensor one, Tensor more) => torch.minimum(one, more.min());
}
