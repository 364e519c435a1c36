namespace Lightning.Metrics;

/// <summary>
/// The Kullback-Leibler divergence of the rows of two tensors of shape (N, D): <c>sum(p log(p / q))</c>, in nats. Python: <c>torchmetrics.KLDivergence</c>; SciPy:
/// <c>entropy(p, q)</c>.
/// </summary>
/// <remarks>Rows of probabilities are divided by their sums. Infinite where q is 0 and p is not, as SciPy has it; torchmetrics clamps there.</remarks>
public sealed class KLDivergence : RowMetric
{
    private readonly bool _logarithms;

    /// <summary>Makes the metric; <c>update(p, q)</c> takes the data's distribution first, the model's second.</summary>
    /// <param name="log_prob">Whether both are logarithms of probabilities, taken as they are. Default false.</param>
    /// <param name="reduction">"mean" (the default), "sum", or "none" (or null) for each row.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    public KLDivergence(bool log_prob = false, string? reduction = "mean")
        : base(nameof(KLDivergence), reduction)
    {
        _logarithms = log_prob;
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    private protected override Tensor RowValues(Tensor preds, Tensor target)
    {
        if (_logarithms)
        {
            return preds.exp().mul(preds.sub(target)).sum(1);
        }

        var (p, q) = (preds.div(preds.sum(1, keepdim: true)), target.div(target.sum(1, keepdim: true)));
        return p.mul(p.div(q).log()).masked_fill(p.eq(0), 0).sum(1);
    }
}
