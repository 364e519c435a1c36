namespace Lightning.Metrics;

/// <summary>
/// The agreement of prediction and truth beyond chance: <c>1 - disagreement / expected disagreement</c>. Python: <c>torchmetrics.CohenKappa</c>; scikit-learn:
/// <c>cohen_kappa_score</c>.
/// </summary>
/// <remarks>NaN where both have one class only, since no disagreement is to be expected.</remarks>
public sealed class CohenKappa : ConfusionMatrixMetric
{
    private readonly string _weights;

    /// <summary>Makes the metric.</summary>
    /// <param name="task">"binary" or "multiclass".</param>
    /// <param name="threshold">Probabilities above it count as positive, in binary and multilabel tasks. Default 0.5.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="weights">How much a confusion weighs: "none" (or null, the default) each the same, "linear" by the distance of the classes, "quadratic" by its square.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    public CohenKappa(
        string task, double threshold = 0.5, int? num_classes = null, string? weights = null, int? ignore_index = null, bool? validate_args = null)
        : base(nameof(CohenKappa), task, threshold, num_classes, null, ignore_index, validate_args)
    {
        _weights = weights ?? "none";
        if (_weights is not ("none" or "linear" or "quadratic"))
        {
            throw new ArgumentException($"weights \"{weights}\" is unknown; use \"none\", \"linear\" or \"quadratic\".", nameof(weights));
        }
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var matrix = RegressionInput.Wide(Matrix());
        var expected = torch.outer(matrix.sum(1), matrix.sum([0])).div(matrix.sum());
        var number = torch.arange(matrix.size(0), device: matrix.device).to(matrix.dtype);
        var distance = number.unsqueeze(0).sub(number.unsqueeze(1)).abs();
        var weight = _weights switch
        {
            "linear" => distance,
            "quadratic" => distance.square(),
            _ => distance.ne(0).to(matrix.dtype),
        };
        return Result(weight.mul(matrix).sum().div(weight.mul(expected).sum()).neg().add(1));
    }
}
