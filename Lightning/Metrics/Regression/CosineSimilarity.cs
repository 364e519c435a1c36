namespace Lightning.Metrics;

/// <summary>
/// The cosine of the angle between the rows of prediction and target, of shape (N, D). Python: <c>torchmetrics.CosineSimilarity</c>; scikit-learn: the diagonal of
/// <c>cosine_similarity</c>.
/// </summary>
/// <remarks>0 where a row is all zeros, as scikit-learn has it; torchmetrics answers NaN.</remarks>
public sealed class CosineSimilarity : RowMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="reduction">"sum" (the default), "mean", or "none" (or null) for each row.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    public CosineSimilarity(string? reduction = "sum")
        : base(nameof(CosineSimilarity), reduction)
    {
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    private protected override Tensor RowValues(Tensor preds, Tensor target) =>
        Counting.Divide(preds.mul(target).sum(1), preds.square().sum(1).sqrt().mul(target.square().sum(1).sqrt()));
}
