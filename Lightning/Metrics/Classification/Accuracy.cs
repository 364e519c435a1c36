namespace Lightning.Metrics;

/// <summary>
/// The share of right predictions: <c>(tp + tn) / (tp + fp + tn + fn)</c> of labels that are there or not, <c>tp / (tp + fn)</c> of classes. Python: <c>torchmetrics.Accuracy</c>; scikit-learn: <c>accuracy_score (micro), recall_score (macro, weighted), top_k_accuracy_score (top_k)</c>.
/// </summary>
public sealed class Accuracy : StatScoresMetric
{
    /// <inheritdoc cref="StatScoresMetric(string, string, double, int?, int?, string?, string, int, int?, bool?, double)"/>
    public Accuracy(
        string task,
        double threshold = 0.5,
        int? num_classes = null,
        int? num_labels = null,
        string? average = "micro",
        string multidim_average = "global",
        int top_k = 1,
        int? ignore_index = null,
        bool? validate_args = null,
        double zero_division = 0)
        : base(nameof(Accuracy), task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division)
    {
    }

    private protected override Tensor Score(Tensor tp, Tensor fp, Tensor tn, Tensor fn, double zeroDivision) =>
        IsMulticlass
            ? Counting.Divide(tp, tp.add(fn), zeroDivision)
            : Counting.Divide(tp.add(tn), tp.add(fp).add(tn).add(fn), zeroDivision);
}
