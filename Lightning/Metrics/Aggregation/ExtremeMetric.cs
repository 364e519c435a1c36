namespace Lightning.Metrics;

/// <summary>The element furthest to one side of all that were taken.</summary>
public abstract class ExtremeMetric : Metric<Tensor, Tensor>
{
    private const string State = "value";
    private readonly string _name;
    private readonly double _none;
    private readonly NanStrategy _nan;

    private protected ExtremeMetric(string name, double none, string reduction, NanStrategy nan)
        : base(name)
    {
        (_name, _none, _nan) = (name, none, nan);
        add_state(State, none, reduction);
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
        var (values, _) = _nan.Apply(RegressionInput.Wide(value), _none, _name);
        if (values.numel() > 0)
        {
            Set(State, Further(Get(State), values));
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get(State));

    /// <summary>The furthest of one element and of some more.</summary>
    private protected abstract Tensor Further(Tensor one, Tensor more);
}
