namespace Lightning.Metrics;

/// <summary>
/// The mean of squared differences, or its root: <c>mean((target - preds)^2)</c>. Python: <c>torchmetrics.MeanSquaredError</c>; scikit-learn:
/// <c>mean_squared_error</c>.
/// </summary>
public sealed class MeanSquaredError : Metric<Tensor, Tensor, Tensor>
{
    private readonly bool _squared;
    private readonly int _outputs;

    /// <summary>Makes the metric.</summary>
    /// <param name="squared">False for the root of the mean (RMSE). Default true.</param>
    /// <param name="num_outputs">The number of columns to keep apart, for arguments of shape (N, num_outputs). Default 1: all elements count alike.</param>
    public MeanSquaredError(bool squared = true, int num_outputs = 1)
        : base(nameof(MeanSquaredError))
    {
        _squared = squared;
        _outputs = RegressionInput.Outputs(num_outputs);
        add_state("sum_squared_error", 0, "sum", RegressionInput.StateShape(_outputs));
        add_state("total", 0, "sum", dtype: ScalarType.Int64);
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    /// <inheritdoc/>
    protected internal override string? ComputeGroup => $"squared error {_outputs}";

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        var (p, t) = RegressionInput.Columns(preds, target, _outputs, nameof(MeanSquaredError));
        Add("sum_squared_error", p.sub(t).square().sum([0]));
        Add("total", RegressionInput.Count(p));
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var mean = Get("sum_squared_error").div(Get("total"));
        return Result(_squared ? mean : mean.sqrt());
    }
}
