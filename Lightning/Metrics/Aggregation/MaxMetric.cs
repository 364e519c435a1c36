namespace Lightning.Metrics;

/// <summary>The largest of all elements; negative infinity of none. Python: <c>torchmetrics.MaxMetric</c>.</summary>
public sealed class MaxMetric : Metric<Tensor, Tensor>
{
    private const string State = "value";
    private readonly NanStrategy _nan;

    /// <summary>Makes the metric.</summary>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    public MaxMetric(NanStrategy nan_strategy = default)
        : base(nameof(MaxMetric))
    {
        _nan = nan_strategy;
        add_state(State, double.NegativeInfinity, "max");
    }

    /// <summary>Takes one number.</summary>
    public void update(double value)
    {
        using var tensor = torch.tensor(value, dtype: ScalarType.Float64).to(device);
        update(tensor);
    }

    /// <inheritdoc/>
    protected override void Update(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var (values, _) = _nan.Apply(RegressionInput.Wide(value), double.NegativeInfinity, nameof(MaxMetric));
        if (values.numel() > 0)
        {
            Set(State, torch.maximum(Get(State), values.max()));
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get(State));
}
