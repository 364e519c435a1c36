namespace Lightning.Metrics;

/// <summary>
/// The correlation of prediction and truth, between -1 and 1, good for classes of unequal size. Python: <c>torchmetrics.MatthewsCorrCoef</c>; scikit-learn:
/// <c>matthews_corrcoef</c>.
/// </summary>
/// <remarks>
/// 0 where one of the two has a single class, as scikit-learn has it; torchmetrics answers 1 or -1 there. Of labels the confusion matrices are added up first.
/// </remarks>
public sealed class MatthewsCorrCoef : ConfusionMatrixMetric
{
    /// <inheritdoc cref="ConfusionMatrixMetric(string, string, double, int?, int?, int?, bool?)"/>
    public MatthewsCorrCoef(
        string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, int? ignore_index = null, bool? validate_args = null)
        : base(nameof(MatthewsCorrCoef), task, threshold, num_classes, num_labels, ignore_index, validate_args)
    {
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var matrix = RegressionInput.Wide(Matrix());
        matrix = matrix.dim() == 3 ? matrix.sum([0]) : matrix;
        var (actual, predicted) = (matrix.sum(1), matrix.sum([0]));
        var total = matrix.sum();
        var square = total.mul(total);
        var together = matrix.diagonal().sum().mul(total).sub(actual.mul(predicted).sum());
        var spread = square.sub(predicted.square().sum()).mul(square.sub(actual.square().sum()));
        return Result(Counting.Divide(together, spread.sqrt()));
    }
}
