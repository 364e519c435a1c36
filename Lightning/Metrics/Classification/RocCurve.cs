namespace Lightning.Metrics;

/// <summary>A receiver operating characteristic: from (0, 0) to (1, 1), with falling thresholds.</summary>
/// <param name="fpr">False positive rates, rising.</param>
/// <param name="tpr">True positive rates.</param>
/// <param name="thresholds">The score from which on a sample counts as positive at each point; the first point's is 1, where nothing does.</param>
public sealed record RocCurve(Tensor fpr, Tensor tpr, Tensor thresholds) : ICurve
{
    /// <inheritdoc/>
    public string XLabel => "false positive rate";

    /// <inheritdoc/>
    public string YLabel => "true positive rate";

    /// <inheritdoc/>
    public IEnumerable<Tensor> Tensors => [fpr, tpr, thresholds];

    /// <inheritdoc/>
    public (double[] X, double[] Y) Points() => (CurveValues.ToArray(fpr), CurveValues.ToArray(tpr));
}
