namespace Lightning.Metrics;

/// <summary>
/// The linear correlation of prediction and target, between -1 and 1. Python: <c>torchmetrics.PearsonCorrCoef</c>; SciPy: <c>pearsonr</c>.
/// </summary>
/// <remarks>NaN where one of the two is constant. Means and spreads are merged, so that values far from zero lose no digits.</remarks>
public sealed class PearsonCorrCoef : Metric<Tensor, Tensor, Tensor>
{
    private static readonly string[] Sums = ["mean_x", "mean_y", "var_x", "var_y", "corr_xy"];
    private readonly int _outputs;

    /// <summary>Makes the metric.</summary>
    /// <param name="num_outputs">The number of columns to keep apart, for arguments of shape (N, num_outputs). Default 1.</param>
    public PearsonCorrCoef(int num_outputs = 1)
        : base(nameof(PearsonCorrCoef))
    {
        _outputs = RegressionInput.Outputs(num_outputs);
        add_state("n_total", 0, "sum");
        foreach (var state in Sums)
        {
            add_state(state, 0, "sum", RegressionInput.StateShape(_outputs));
        }
    }

    /// <inheritdoc/>
    protected override bool MergesByItself => true;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        var (x, y) = RegressionInput.Columns(preds, target, _outputs, nameof(PearsonCorrCoef));
        var count = RegressionInput.Wide(RegressionInput.Count(x));
        var (meanX, meanY) = (Counting.Divide(x.sum([0]), count), Counting.Divide(y.sum([0]), count));
        var (dx, dy) = (x.sub(meanX), y.sub(meanY));
        Combine(count, meanX, meanY, dx.square().sum([0]), dy.square().sum([0]), dx.mul(dy).sum([0]));
    }

    /// <inheritdoc/>
    protected override void Merge(StateSet incoming, long updates)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        Combine(incoming["n_total"], incoming["mean_x"], incoming["mean_y"], incoming["var_x"], incoming["var_y"], incoming["corr_xy"]);
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get("corr_xy").div(Get("var_x").sqrt()).div(Get("var_y").sqrt()).clamp(-1, 1));

    private void Combine(Tensor count, Tensor meanX, Tensor meanY, Tensor varX, Tensor varY, Tensor together)
    {
        var n = Get("n_total");
        var all = n.add(count);
        var weight = Counting.Divide(n.mul(count), all);
        var share = Counting.Divide(count, all);
        var (dx, dy) = (meanX.sub(Get("mean_x")), meanY.sub(Get("mean_y")));
        Set("var_x", Get("var_x").add(varX).add(dx.square().mul(weight)));
        Set("var_y", Get("var_y").add(varY).add(dy.square().mul(weight)));
        Set("corr_xy", Get("corr_xy").add(together).add(dx.mul(dy).mul(weight)));
        Set("mean_x", Get("mean_x").add(dx.mul(share)));
        Set("mean_y", Get("mean_y").add(dy.mul(share)));
        Set("n_total", all);
    }
}
