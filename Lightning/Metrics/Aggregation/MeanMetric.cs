namespace Lightning.Metrics;

/// <summary>The weighted mean of all elements: <c>sum(weight * value) / sum(weight)</c>; NaN of none. Python: <c>torchmetrics.MeanMetric</c>.</summary>
public sealed class MeanMetric : Metric<Tensor, Tensor?, Tensor>
{
    private readonly NanStrategy _nan;

    /// <summary>Makes the metric.</summary>
    /// <param name="nan_strategy">What to do about NaN in values or weights: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    public MeanMetric(NanStrategy nan_strategy = default)
        : base(nameof(MeanMetric))
    {
        _nan = nan_strategy;
        add_state("mean_value", 0, "sum");
        add_state("weight", 0, "sum");
    }

    /// <summary>Takes values that all weigh 1.</summary>
    public void update(Tensor value) => update(value, null);

    /// <summary>Takes one number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="weight">Its weight. Default 1.</param>
    public void update(double value, double weight = 1)
    {
        using var scope = torch.NewDisposeScope();
        update(torch.tensor(value, dtype: ScalarType.Float64).to(device), torch.tensor(weight, dtype: ScalarType.Float64).to(device));
    }

    /// <summary>Takes values that all weigh 1, and gives their mean.</summary>
    public Tensor forward(Tensor value) => forward(value, null);

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor? target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        var (values, counts) = _nan.Apply(RegressionInput.Wide(preds), 0, nameof(MeanMetric));
        var (weights, weighed) = _nan.Apply(target is null ? torch.ones_like(values) : RegressionInput.Wide(target).expand(values.shape), 0, nameof(MeanMetric));
        weights = weights.mul(counts).mul(weighed);
        Add("mean_value", values.mul(weights).sum());
        Add("weight", weights.sum());
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get("mean_value").div(Get("weight")));
}
