namespace Lightning.Metrics;

/// <summary>
/// The share of what is false that was predicted so: <c>tn / (tn + fp)</c>. Python: <c>torchmetrics.Specificity</c>; scikit-learn: <c>recall_score of the negative class</c>.
/// </summary>
public sealed class Specificity : StatScoresMetric
{
    /// <inheritdoc cref="StatScoresMetric(string, string, double, int?, int?, string?, string, int, int?, bool?, double)"/>
    public Specificity(
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
        : base(nameof(Specificity), task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division)
    {
    }

    private protected override Tensor Score(Tensor tp, Tensor fp, Tensor tn, Tensor fn, double zeroDivision) =>
        Counting.Divide(tn, tn.add(fp), zeroDivision);
}
