namespace Lightning.Metrics;

/// <summary>
/// The area under the receiver operating characteristic: the chance that a positive sample scores higher than a negative one. Python: <c>torchmetrics.AUROC</c>;
/// scikit-learn: <c>roc_auc_score</c> (of classes: <c>multi_class="ovr"</c>).
/// </summary>
/// <remarks>
/// NaN where a class has no positives or no negatives, since the area has no meaning there: scikit-learn refuses, torchmetrics answers 0. Such classes have no part in
/// averages.
/// </remarks>
public sealed class AUROC : CurveMetric<Tensor>
{
    private readonly Average _average;
    private readonly double? _maxFpr;

    /// <summary>Makes the metric.</summary>
    /// <param name="task">"binary", "multiclass" (each class against the others) or "multilabel".</param>
    /// <param name="thresholds">null (the default) for exact values; a number of thresholds, evenly from 0 to 1; or the thresholds themselves.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="num_labels">The number of labels of a multilabel task.</param>
    /// <param name="average">"macro" (the default), "weighted" by how often a class is true, "none" for each; of labels also "micro", all taken together.</param>
    /// <param name="max_fpr">In binary tasks, the area up to this false positive rate only, scaled so that 0.5 is chance (McClish). Default null: all of it.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    public AUROC(
        string task,
        Thresholds? thresholds = null,
        int? num_classes = null,
        int? num_labels = null,
        string? average = "macro",
        double? max_fpr = null,
        int? ignore_index = null,
        bool? validate_args = null)
        : base(nameof(AUROC), task, thresholds, num_classes, num_labels, ignore_index, validate_args)
    {
        _average = ClassificationTask.AverageOf(average, micro: task == "multilabel");
        _maxFpr = max_fpr switch
        {
            null or 1 => null,
            > 0 and < 1 when task == "binary" => max_fpr,
            _ => throw new ArgumentOutOfRangeException(nameof(max_fpr), max_fpr, "max_fpr is for task \"binary\": above 0, at most 1."),
        };
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override Tensor Compute() => Averaged(values => _maxFpr is { } limit ? values.PartialRocArea(limit) : values.RocArea(), _average);
}
