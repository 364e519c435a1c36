namespace Lightning.Metrics;

/// <summary>
/// Precision and recall in one, recall counting <c>beta</c> times as much: <c>(1 + b²) tp / ((1 + b²) tp + b² fn + fp)</c>. Python: <c>torchmetrics.FBetaScore</c>;
/// scikit-learn: <c>fbeta_score</c>.
/// </summary>
public sealed class FBetaScore : StatScoresMetric
{
    private readonly double _square;

    /// <summary>Makes the metric.</summary>
    /// <param name="task">"binary", "multiclass" or "multilabel".</param>
    /// <param name="beta">How much more recall counts than precision; positive. Default 1.</param>
    /// <param name="threshold">Probabilities above it count as positive, in binary and multilabel tasks. Default 0.5.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="num_labels">The number of labels of a multilabel task.</param>
    /// <param name="average">"micro" counts all classes together, "macro" is the mean over the classes that occur, "weighted" weighs it by how often a class is true, "none" gives each.</param>
    /// <param name="multidim_average">"global" (the default) counts all samples together; "samplewise" gives a value for each entry of the first dimension.</param>
    /// <param name="top_k">A multiclass prediction is right when the true class is among the k highest scores. Default 1.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <param name="zero_division">The value of a quotient of nothing by nothing. Default 0.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    public FBetaScore(
        string task,
        double beta = 1,
        double threshold = 0.5,
        int? num_classes = null,
        int? num_labels = null,
        string? average = "micro",
        string multidim_average = "global",
        int top_k = 1,
        int? ignore_index = null,
        bool? validate_args = null,
        double zero_division = 0)
        : base(nameof(FBetaScore), task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division)
    {
        _square = beta > 0 ? beta * beta : throw new ArgumentOutOfRangeException(nameof(beta), beta, "beta is a positive number.");
    }

    private protected override Tensor Score(Tensor tp, Tensor fp, Tensor tn, Tensor fn, double zeroDivision)
    {
        var right = tp.mul(1 + _square);
        return Counting.Divide(right, right.add(fn.mul(_square)).add(fp), zeroDivision);
    }
}
