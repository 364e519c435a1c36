namespace Lightning.Metrics;

/// <summary>
/// The mean of absolute differences: <c>mean(|target - preds|)</c>. Python: <c>torchmetrics.MeanAbsoluteError</c>; scikit-learn: <c>mean_absolute_error</c>.
/// </summary>
public sealed class MeanAbsoluteError : Metric<Tensor, Tensor, Tensor>
{
    private readonly int _outputs;

    /// <summary>Makes the metric.</summary>
    /// <param name="num_outputs">The number of columns to keep apart, for arguments of shape (N, num_outputs). Default 1: all elements count alike.</param>
    public MeanAbsoluteError(int num_outputs = 1)
        : base(nameof(MeanAbsoluteError))
    {
        _outputs = RegressionInput.Outputs(num_outputs);
        add_state("sum_abs_error", 0, "sum", RegressionInput.StateShape(_outputs));
        add_state("total", 0, "sum", dtype: ScalarType.Int64);
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        var (p, t) = RegressionInput.Columns(preds, target, _outputs, nameof(MeanAbsoluteError));
        Add("sum_abs_error", p.sub(t).abs().sum([0]));
        Add("total", RegressionInput.Count(p));
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get("sum_abs_error").div(Get("total")));
}
