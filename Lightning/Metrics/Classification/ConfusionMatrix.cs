namespace Lightning.Metrics;

/// <summary>
/// How often class i (row) was taken for class j (column): (C, C) of classes, (2, 2) of a binary task, (labels, 2, 2) of labels. Python:
/// <c>torchmetrics.ConfusionMatrix</c>; scikit-learn: <c>confusion_matrix</c>, <c>multilabel_confusion_matrix</c>.
/// </summary>
/// <remarks>The value is a matrix: to log it, log its elements, or hand it to a logger that draws.</remarks>
public sealed class ConfusionMatrix : ConfusionMatrixMetric
{
    private readonly string _normalize;

    /// <summary>Makes the metric.</summary>
    /// <param name="task">"binary", "multiclass" or "multilabel".</param>
    /// <param name="threshold">Probabilities above it count as positive, in binary and multilabel tasks. Default 0.5.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="num_labels">The number of labels of a multilabel task.</param>
    /// <param name="normalize">"none" (or null, the default) counts; "true" divides by the row's sum, "pred" by the column's, "all" by that of the matrix. 0 where that sum is 0.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    public ConfusionMatrix(
        string task,
        double threshold = 0.5,
        int? num_classes = null,
        int? num_labels = null,
        string? normalize = null,
        int? ignore_index = null,
        bool? validate_args = null)
        : base(nameof(ConfusionMatrix), task, threshold, num_classes, num_labels, ignore_index, validate_args)
    {
        _normalize = normalize ?? "none";
        if (_normalize is not ("none" or "true" or "pred" or "all"))
        {
            throw new ArgumentException($"normalize \"{normalize}\" is unknown; use \"none\", \"true\", \"pred\" or \"all\".", nameof(normalize));
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var counts = Matrix();
        return _normalize switch
        {
            "true" => Result(Counting.Divide(counts, counts.sum(-1, keepdim: true))),
            "pred" => Result(Counting.Divide(counts, counts.sum(-2, keepdim: true))),
            "all" => Result(Counting.Divide(counts, counts.sum(-1, keepdim: true).sum(-2, keepdim: true))),
            _ => counts.clone(),
        };
    }
}
