namespace Lightning.Metrics;

/// <summary>The smallest of all elements; infinity of none. Python: <c>torchmetrics.MinMetric</c>.</summary>
public sealed class MinMetric : Metric<Tensor, Tensor>
{
    private const string State = "value";
    private readonly NanStrategy _nan;

    /// <summary>Makes the metric.</summary>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    public MinMetric(NanStrategy nan_strategy = default)
        : base(nameof(MinMetric))
    {
        _nan = nan_strategy;
        add_state(State, double.PositiveInfinity, "min");
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
        var (values, _) = _nan.Apply(RegressionInput.Wide(value), double.PositiveInfinity, nameof(MinMetric));
        if (values.numel() > 0)
        {
            Set(State, torch.minimum(Get(State), values.min()));
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get(State));
}
