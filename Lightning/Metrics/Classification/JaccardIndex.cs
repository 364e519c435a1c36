namespace Lightning.Metrics;

/// <summary>
/// The intersection over the union: <c>tp / (tp + fp + fn)</c>. A class that is ignored has no part in the macro average. Python: <c>torchmetrics.JaccardIndex</c>; scikit-learn: <c>jaccard_score</c>.
/// </summary>
public sealed class JaccardIndex : StatScoresMetric
{
    /// <inheritdoc cref="StatScoresMetric(string, string, double, int?, int?, string?, string, int, int?, bool?, double)"/>
    public JaccardIndex(
        string task,
        double threshold = 0.5,
        int? num_classes = null,
        int? num_labels = null,
        string? average = "macro",
        string multidim_average = "global",
        int top_k = 1,
        int? ignore_index = null,
        bool? validate_args = null,
        double zero_division = 0)
        : base(nameof(JaccardIndex), task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division)
    {
    }

    private protected override int? LeftOut => IgnoredClass;

    private protected override Tensor Score(Tensor tp, Tensor fp, Tensor tn, Tensor fn, double zeroDivision) =>
        Counting.Divide(tp, tp.add(fp).add(fn), zeroDivision);
}
