namespace Lightning.Metrics;

/// <summary>
/// A value made of the values of one or two metrics: what <c>2 * precision * recall / (precision + recall)</c> gives. Python: <c>torchmetrics.CompositionalMetric</c>.
/// </summary>
/// <remarks>
/// Updating or resetting it does so to the metrics it is made of, to each once, however often it occurs. It owns them: they are disposed with it. To go on using one by
/// itself, compose a copy (<see cref="Metric.clone"/>).
/// </remarks>
public sealed class CompositionalMetric : Metric<Tensor, Tensor, Tensor>
{
    private readonly Metric<Tensor, Tensor, Tensor>[] metrics;
    private readonly Func<Tensor, Tensor?, Tensor> _operator;

    /// <summary>Makes the metric.</summary>
    /// <param name="operator">Computes the value from the metrics' values; the second is null where there is one metric. It must not keep them.</param>
    /// <param name="metric_a">The first metric.</param>
    /// <param name="metric_b">The second one; null for none.</param>
    public CompositionalMetric(Func<Tensor, Tensor?, Tensor> @operator, Metric<Tensor, Tensor, Tensor> metric_a, Metric<Tensor, Tensor, Tensor>? metric_b = null)
        : base(nameof(CompositionalMetric))
    {
        ArgumentNullException.ThrowIfNull(@operator);
        ArgumentNullException.ThrowIfNull(metric_a);
        _operator = @operator;
        metrics = metric_b is null ? [metric_a] : [metric_a, metric_b];
        foreach (var (i, leaf) in Leaves().Index())
        {
            register_module($"metric_{i}", leaf);
        }
    }

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        foreach (var leaf in Leaves())
        {
            leaf.update(preds, target);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Value(this);

    private static Tensor Value(Metric<Tensor, Tensor, Tensor> metric) => metric is CompositionalMetric made
        ? made._operator(Value(made.metrics[0]), made.metrics.Length > 1 ? Value(made.metrics[1]) : null)
        : metric.compute();

    /// <summary>The metrics that collect, each once: those that are themselves made of others only say how to compute.</summary>
    private IEnumerable<Metric<Tensor, Tensor, Tensor>> Leaves() =>
        metrics.SelectMany(metric => metric is CompositionalMetric made ? made.Leaves() : [metric]).Distinct();
}
