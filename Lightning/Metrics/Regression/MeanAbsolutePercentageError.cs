namespace Lightning.Metrics;

/// <summary>
/// The mean of absolute differences in relation to the target: <c>mean(|target - preds| / max(|target|, 1.17e-6))</c>; 1 is a hundred percent. Python:
/// <c>torchmetrics.MeanAbsolutePercentageError</c>; scikit-learn: <c>mean_absolute_percentage_error</c>, whose smallest divisor is 2.2e-16.
/// </summary>
public sealed class MeanAbsolutePercentageError : Metric<Tensor, Tensor, Tensor>
{
    /// <summary>The smallest divisor, torchmetrics'.</summary>
    private const double Epsilon = 1.17e-6;

    /// <summary>Makes the metric.</summary>
    public MeanAbsolutePercentageError()
        : base(nameof(MeanAbsolutePercentageError))
    {
        add_state("sum_abs_per_error", 0, "sum");
        add_state("total", 0, "sum", dtype: ScalarType.Int64);
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        var (p, t) = RegressionInput.Columns(preds, target, 1, nameof(MeanAbsolutePercentageError));
        Add("sum_abs_per_error", p.sub(t).abs().div(t.abs().clamp(min: Epsilon)).sum([0]));
        Add("total", RegressionInput.Count(p));
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get("sum_abs_per_error").div(Get("total")));
}
