namespace Lightning.Metrics;

/// <summary>
/// The share of the target's variance that is explained: <c>1 - sum((target - preds)²) / sum((target - mean)²)</c>. Python: <c>torchmetrics.R2Score</c>; scikit-learn:
/// <c>r2_score</c>.
/// </summary>
/// <remarks>
/// Of a constant target 1 where it is met and 0 where not, NaN of fewer than two samples, as in scikit-learn. Means and spreads are merged, not taken from sums of squares, so
/// that targets far from zero lose no digits.
/// </remarks>
public sealed class R2Score : Metric<Tensor, Tensor, Tensor>
{
    private readonly int _outputs;
    private readonly int _adjusted;
    private readonly string _multioutput;

    /// <summary>Makes the metric.</summary>
    /// <param name="num_outputs">The number of columns, for arguments of shape (N, num_outputs). Default 1.</param>
    /// <param name="adjusted">The number of independent variables to adjust for: <c>1 - (1 - r²) (n - 1) / (n - adjusted - 1)</c>. Default 0: none.</param>
    /// <param name="multioutput">Of several columns: "uniform_average" (the default), "variance_weighted", or "raw_values" for each.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public R2Score(int num_outputs = 1, int adjusted = 0, string multioutput = "uniform_average")
        : base(nameof(R2Score))
    {
        _outputs = RegressionInput.Outputs(num_outputs);
        _adjusted = adjusted >= 0 ? adjusted : throw new ArgumentOutOfRangeException(nameof(adjusted), adjusted, "adjusted is a number of variables: at least 0.");
        _multioutput = multioutput is "uniform_average" or "variance_weighted" or "raw_values"
            ? multioutput
            : throw new ArgumentException($"multioutput \"{multioutput}\" is unknown; use \"uniform_average\", \"variance_weighted\" or \"raw_values\".", nameof(multioutput));
        add_state("total", 0, "sum");
        add_state("mean", 0, "sum", RegressionInput.StateShape(_outputs));
        add_state("spread", 0, "sum", RegressionInput.StateShape(_outputs));
        add_state("residual", 0, "sum", RegressionInput.StateShape(_outputs));
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override bool MergesByItself => true;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        var (p, t) = RegressionInput.Columns(preds, target, _outputs, nameof(R2Score));
        var count = RegressionInput.Wide(RegressionInput.Count(p));
        var mean = Counting.Divide(t.sum([0]), count);
        Combine(count, mean, t.sub(mean).square().sum([0]), t.sub(p).square().sum([0]));
    }

    /// <inheritdoc/>
    protected override void Merge(StateSet incoming, long updates)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        Combine(incoming["total"], incoming["mean"], incoming["spread"], incoming["residual"]);
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var (count, spread, residual) = (Get("total"), Get("spread"), Get("residual"));
        var score = residual.div(spread).neg().add(1);
        score = torch.where(spread.eq(0), RegressionInput.Wide(residual.eq(0)), score);
        score = score.masked_fill(count.lt(2), double.NaN);
        score = _multioutput switch
        {
            "raw_values" => score,
            "variance_weighted" => torch.where(spread.sum().eq(0), score.mean(), Counting.Divide(score.mul(spread).sum(), spread.sum())),
            _ => score.mean(),
        };
        if (_adjusted > 0)
        {
            score = score.neg().add(1).mul(count.sub(1)).div(count.sub(_adjusted + 1)).neg().add(1);
        }

        return Result(score);
    }

    private void Combine(Tensor count, Tensor mean, Tensor spread, Tensor residual)
    {
        var (n, own) = (Get("total"), Get("mean"));
        var all = n.add(count);
        var apart = mean.sub(own);
        Set("spread", Get("spread").add(spread).add(apart.square().mul(Counting.Divide(n.mul(count), all))));
        Set("mean", own.add(apart.mul(Counting.Divide(count, all))));
        Set("residual", Get("residual").add(residual));
        Set("total", all);
    }
}
