namespace Lightning.Metrics;

/// <summary>
/// The correlation of ranks: how far the target rises with the prediction, whatever the shape. Equal values share the mean of their ranks. Python:
/// <c>torchmetrics.SpearmanCorrCoef</c>; SciPy: <c>spearmanr</c>.
/// </summary>
/// <remarks>Keeps all values, since ranks need them. NaN where one of the two is constant.</remarks>
public sealed class SpearmanCorrCoef : Metric<Tensor, Tensor, Tensor>
{
    private readonly int _outputs;

    /// <summary>Makes the metric.</summary>
    /// <param name="num_outputs">The number of columns to keep apart, for arguments of shape (N, num_outputs). Default 1.</param>
    public SpearmanCorrCoef(int num_outputs = 1)
        : base(nameof(SpearmanCorrCoef))
    {
        _outputs = RegressionInput.Outputs(num_outputs);
        add_list_state("preds");
        add_list_state("target");
    }

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        var (p, t) = RegressionInput.Columns(preds, target, _outputs, nameof(SpearmanCorrCoef));
        Append("preds", p);
        Append("target", t);
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        long[] shape = _outputs == 1 ? [0] : [0, _outputs];
        var (x, y) = (Ranks(Concatenated("preds", ScalarType.Float64, shape)), Ranks(Concatenated("target", ScalarType.Float64, shape)));
        var (dx, dy) = (x.sub(x.mean([-1], keepdim: true)), y.sub(y.mean([-1], keepdim: true)));
        var value = dx.mul(dy).sum(-1).div(dx.square().sum(-1).sqrt()).div(dy.square().sum(-1).sqrt()).clamp(-1, 1);
        return Result(_outputs == 1 ? value.squeeze(0) : value);
    }

    /// <summary>Ranks from 1, of shape (outputs, n); the mean of the lowest and highest rank of equal values. NaN where a column holds one.</summary>
    private static Tensor Ranks(Tensor values)
    {
        var rows = (values.dim() == 1 ? values.unsqueeze(0) : values.t()).contiguous();
        var sorted = torch.sort(rows, 1).values;
        var below = torch.searchsorted(sorted, rows);
        var upTo = torch.searchsorted(sorted, rows, right: true);
        return RegressionInput.Wide(below.add(upTo)).add(1).div(2).masked_fill(rows.isnan().any(1, keepdim: true), double.NaN);
    }
}
