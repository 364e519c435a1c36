namespace Lightning.Metrics;

/// <summary>The sum of all elements; 0 of none. Python: <c>torchmetrics.SumMetric</c>.</summary>
public sealed class SumMetric : Metric<Tensor, Tensor>
{
    private const string State = "value";
    private readonly NanStrategy _nan;

    /// <summary>Makes the metric.</summary>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    public SumMetric(NanStrategy nan_strategy = default)
        : base(nameof(SumMetric))
    {
        _nan = nan_strategy;
        add_state(State, 0, "sum");
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
        var (values, _) = _nan.Apply(RegressionInput.Wide(value), 0, nameof(SumMetric));
        Add(State, values.sum());
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get(State));
}
