namespace Lightning.Metrics;

/// <summary>The largest of all elements; negative infinity of none. Python: <c>torchmetrics.MaxMetric</c>.</summary>
public sealed class MaxMetric : ExtremeMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    public MaxMetric(NanStrategy nan_strategy = default)
        : base(nameof(MaxMetric), double.NegativeInfinity, "max", nan_strategy)
    {
    }

    private protected override Tensor Further(Tensor one, Tensor more) => torch.maximum(one, more.max());
}
