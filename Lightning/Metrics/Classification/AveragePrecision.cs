namespace Lightning.Metrics;

/// <summary>
/// The mean of precisions at each threshold, weighted by the gain in recall. Python: <c>torchmetrics.AveragePrecision</c>; scikit-learn:
/// <c>average_precision_score</c>.
/// </summary>
/// <remarks>0 where a class has no positives, as scikit-learn has it.</remarks>
public sealed class AveragePrecision : CurveMetric<Tensor>
{
    private readonly Average _average;

    /// <summary>Makes the metric.</summary>
    /// <param name="task">"binary", "multiclass" (each class against the others) or "multilabel".</param>
    /// <param name="thresholds">null (the default) for exact values; a number of thresholds, evenly from 0 to 1; or the thresholds themselves.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="num_labels">The number of labels of a multilabel task.</param>
    /// <param name="average">"macro" (the default), "weighted" by how often a class is true, "none" for each; of labels also "micro", all taken together.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    public AveragePrecision(
        string task,
        Thresholds? thresholds = null,
        int? num_classes = null,
        int? num_labels = null,
        string? average = "macro",
        int? ignore_index = null,
        bool? validate_args = null)
        : base(nameof(AveragePrecision), task, thresholds, num_classes, num_labels, ignore_index, validate_args)
    {
        _average = ClassificationTask.AverageOf(average, micro: task == "multilabel");
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override Tensor Compute() => Averaged(values => values.AveragePrecision(), _average);
}
