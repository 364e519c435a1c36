namespace Lightning.Metrics;

/// <summary>
/// The receiver operating characteristic: true over false positive rates, one point for each score that occurs. Python: <c>torchmetrics.ROC</c>; scikit-learn:
/// <c>roc_curve(drop_intermediate=False)</c>.
/// </summary>
/// <remarks>
/// Rates are NaN where there are no positives, or no negatives, as scikit-learn has it. The first threshold is 1, as in torchmetrics. The number of points of an exact curve
/// depends on the scores, which are read for it.
/// </remarks>
public sealed class ROC : CurveMetric<CurveSet<RocCurve>>
{
    /// <inheritdoc cref="CurveMetric{TResult}(string, string, Thresholds?, int?, int?, int?, bool?)"/>
    public ROC(
        string task, Thresholds? thresholds = null, int? num_classes = null, int? num_labels = null, int? ignore_index = null, bool? validate_args = null)
        : base(nameof(ROC), task, thresholds, num_classes, num_labels, ignore_index, validate_args)
    {
    }

    /// <inheritdoc/>
    protected override CurveSet<RocCurve> Compute()
    {
        var values = Values();
        return new(Enumerable.Range(0, Task.Classes).Select(i =>
        {
            var points = values.Last[i];
            var start = torch.zeros([1], dtype: values.Tps.dtype, device: device);
            var (fps, tps) = (values.Fps[i].masked_select(points), values.Tps[i].masked_select(points));
            var thresholds = values.Thresholds[i].masked_select(points);
            return new RocCurve(
                Result(torch.cat([start, fps]).div(values.Negatives[i])),
                Result(torch.cat([start, tps]).div(values.Positives[i])),
                Result(torch.cat([torch.ones([1], dtype: thresholds.dtype, device: device), thresholds])));
        }));
    }
}
