namespace Lightning.Metrics;

/// <summary>Precision over recall, with rising thresholds; the last point is (1, 0), which has no threshold.</summary>
/// <param name="precision">Precisions.</param>
/// <param name="recall">Recalls, falling.</param>
/// <param name="thresholds">The score from which on a sample counts as positive at each point but the last.</param>
public sealed record PrecisionRecallPoints(Tensor precision, Tensor recall, Tensor thresholds) : ICurve
{
    /// <inheritdoc/>
    public string XLabel => "recall";

    /// <inheritdoc/>
    public string YLabel => "precision";

    /// <inheritdoc/>
    public IEnumerable<Tensor> Tensors => [precision, recall, thresholds];

    /// <inheritdoc/>
    public (double[] X, double[] Y) Points() => (CurveValues.ToArray(recall), CurveValues.ToArray(precision));
}
