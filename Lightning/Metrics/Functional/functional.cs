namespace Lightning.Metrics;

/// <summary>Metrics of one batch as functions, without an object that collects. Python: <c>torchmetrics.functional</c>.</summary>
/// <remarks>
/// Each takes the arguments of the class of the same name behind preds and target. Values are those of this process alone, the caller owns them, and no gradient
/// flows through them.
/// </remarks>
public static partial class functional
{
    private static TResult Of<T1, T2, TResult>(Metric<T1, T2, TResult> metric, T1 preds, T2 target)
    {
        using (metric)
        {
            metric.sync_on_compute = false;
            metric.update(preds, target);
            return metric.compute();
        }
    }
}
