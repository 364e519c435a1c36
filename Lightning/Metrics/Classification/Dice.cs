namespace Lightning.Metrics;

/// <summary>
/// The overlap of what is predicted and what is true, in relation to both: <c>2 tp / (2 tp + fp + fn)</c>, which is the F1 score. Python: <c>torchmetrics.Dice</c>; scikit-learn: <c>f1_score</c>.
/// </summary>
public sealed class Dice : StatScoresMetric
{
    /// <inheritdoc cref="StatScoresMetric(string, string, double, int?, int?, string?, string, int, int?, bool?, double)"/>
    public Dice(
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
        : base(nameof(Dice), task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division)
    {
    }

    private protected override Tensor Score(Tensor tp, Tensor fp, Tensor tn, Tensor fn, double zeroDivision) =>
        Counting.Divide(tp.mul(2), tp.mul(2).add(fp).add(fn), zeroDivision);
}
