namespace Lightning.Metrics;

/// <summary>
/// Precision over recall, one point for each score that occurs. Python: <c>torchmetrics.PrecisionRecallCurve</c>; scikit-learn: <c>precision_recall_curve</c>.
/// </summary>
/// <remarks>
/// Recall is 1 everywhere where there are no positives, as in both. The number of points of an exact curve depends on the scores, which are read for it.
/// </remarks>
public sealed class PrecisionRecallCurve : CurveMetric<CurveSet<PrecisionRecallPoints>>
{
    /// <inheritdoc cref="CurveMetric{TResult}(string, string, Thresholds?, int?, int?, int?, bool?)"/>
    public PrecisionRecallCurve(
        string task, Thresholds? thresholds = null, int? num_classes = null, int? num_labels = null, int? ignore_index = null, bool? validate_args = null)
        : base(nameof(PrecisionRecallCurve), task, thresholds, num_classes, num_labels, ignore_index, validate_args)
    {
    }

    /// <inheritdoc/>
    protected override CurveSet<PrecisionRecallPoints> Compute()
    {
        var values = Values();
        return new(Enumerable.Range(0, Task.Classes).Select(i =>
        {
            var points = values.Last[i];
            var (fps, tps) = (values.Fps[i].masked_select(points), values.Tps[i].masked_select(points));
            var end = torch.zeros([1], dtype: tps.dtype, device: device);
            var precision = Counting.Divide(tps, tps.add(fps)).flip(0);
            var recall = Counting.Divide(tps, values.Positives[i], zeroDivision: 1).flip(0);
            return new PrecisionRecallPoints(
                Result(torch.cat([precision, end.add(1)])), Result(torch.cat([recall, end])), Result(values.Thresholds[i].masked_select(points).flip(0)));
        }));
    }
}
