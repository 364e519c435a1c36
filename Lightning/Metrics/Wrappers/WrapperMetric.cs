namespace Lightning.Metrics;

/// <summary>A metric around another one, which is fed, reset and put together over processes with it. Python: <c>torchmetrics.wrappers.abstract.WrapperMetric</c>.</summary>
/// <typeparam name="TResult">What <see cref="Metric{TResult}.compute"/> gives.</typeparam>
public abstract class WrapperMetric<TResult> : Metric<Tensor, Tensor, TResult>
{
    private protected WrapperMetric(string name, Metric<Tensor, Tensor, Tensor> base_metric)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(base_metric);
        this.base_metric = base_metric;
        register_module(nameof(base_metric), base_metric);
    }

    /// <summary>The metric inside; the wrapper owns it.</summary>
    private protected Metric<Tensor, Tensor, Tensor> base_metric { get; }

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target) => base_metric.update(preds, target);
}
