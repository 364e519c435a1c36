namespace Lightning.Metrics;

/// <summary>One kind of ROUGE: precision, recall and their harmonic mean, each a tensor without dimensions.</summary>
/// <param name="precision">The share of the summary that is in the reference.</param>
/// <param name="recall">The share of the reference that is in the summary.</param>
/// <param name="fmeasure">Their harmonic mean.</param>
public sealed record RougeValues(Tensor precision, Tensor recall, Tensor fmeasure) : IMetricResult
{
    /// <inheritdoc/>
    public IEnumerable<Tensor> Tensors => [precision, recall, fmeasure];
}
