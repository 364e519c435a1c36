namespace Lightning.Metrics;

/// <summary>
/// How far confidence and accuracy lie apart, over bins of confidence: their mean distance weighted by bin ("l1", the expected calibration error), its root mean square
/// ("l2"), or the largest ("max"). Python: <c>torchmetrics.CalibrationError</c>; Guo et al., On Calibration of Modern Neural Networks.
/// </summary>
/// <remarks>The confidence is the positive class's probability in binary tasks, and the highest one's in multiclass tasks. 0 of no data.</remarks>
public sealed class CalibrationError : Metric<Tensor, Tensor, Tensor>
{
    private readonly ClassificationTask _task;
    private readonly int _bins;
    private readonly string _norm;

    /// <summary>Makes the metric.</summary>
    /// <param name="task">"binary" or "multiclass".</param>
    /// <param name="n_bins">How many bins of equal width there are between 0 and 1. Default 15.</param>
    /// <param name="norm">"l1" (the default), "l2" or "max".</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    public CalibrationError(string task, int n_bins = 15, string norm = "l1", int? num_classes = null, int? ignore_index = null, bool? validate_args = null)
        : base(nameof(CalibrationError))
    {
        _task = new ClassificationTask(task, num_classes, null, 0.5, 1, ignore_index, validate_args);
        _bins = n_bins > 0 ? n_bins : throw new ArgumentOutOfRangeException(nameof(n_bins), n_bins, "n_bins is at least 1.");
        _norm = norm is "l1" or "l2" or "max" ? norm : throw new ArgumentException($"norm \"{norm}\" is unknown; use \"l1\", \"l2\" or \"max\".", nameof(norm));
        foreach (var state in (string[])["count", "confidence", "accuracy"])
        {
            add_state(state, 0, "sum", [n_bins]);
        }
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    /// <inheritdoc/>
    protected internal override string? ComputeGroup => $"calibration {_task} {_bins}";

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        var (scores, truth) = ClassificationInput.Scores(_task, preds, target, nameof(CalibrationError));
        scores = ClassificationInput.Normal(_task, scores);
        var counts = RegressionInput.Wide((_task.IsMulticlass ? truth : truth.squeeze(1)).ge(0));
        Tensor confidence, right;
        if (_task.IsMulticlass)
        {
            var (highest, predicted) = scores.max(1);
            (confidence, right) = (highest, predicted.eq(truth));
        }
        else
        {
            (confidence, right) = (scores.squeeze(1), truth.squeeze(1).eq(1));
        }

        var edges = torch.tensor([.. Enumerable.Range(0, _bins + 1).Select(i => (double)i / _bins)], dtype: ScalarType.Float64).to(confidence.dtype).to(confidence.device);
        var bin = torch.bucketize(confidence, edges, right: true).sub(1).clamp(0, _bins - 1);
        Add("count", Sums(counts));
        Add("confidence", Sums(RegressionInput.Wide(confidence).mul(counts)));
        Add("accuracy", Sums(RegressionInput.Wide(right).mul(counts)));

        Tensor Sums(Tensor values) => torch.zeros([_bins], dtype: values.dtype, device: values.device).scatter_add_(0, bin, values);
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var count = Get("count");
        var share = Counting.Divide(count, count.sum());
        var distance = Counting.Divide(Get("accuracy").sub(Get("confidence")), count).abs();
        return Result(_norm switch
        {
            "l2" => distance.square().mul(share).sum().sqrt(),
            "max" => distance.max(),
            _ => distance.mul(share).sum(),
        });
    }
}
