namespace Lightning.Metrics;

/// <summary>
/// Metrics along a threshold. Without fixed thresholds all scores are kept and the value is exact; with them the counts between thresholds are, in memory that does not
/// grow.
/// </summary>
/// <typeparam name="TResult">What the metric computes.</typeparam>
public abstract class CurveMetric<TResult> : Metric<Tensor, Tensor, TResult>
{
    private const string Scores = "preds";
    private const string Targets = "target";
    private const string Bins = "confmat";
    private readonly double[]? _thresholds;

    /// <summary>Makes the metric.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="task">"binary", "multiclass" (each class against the others) or "multilabel".</param>
    /// <param name="thresholds">null (the default) for exact values; a number of thresholds, evenly from 0 to 1; or the thresholds themselves.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="num_labels">The number of labels of a multilabel task.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    private protected CurveMetric(string name, string task, Thresholds? thresholds, int? num_classes, int? num_labels, int? ignore_index, bool? validate_args)
        : base(name)
    {
        Task = new ClassificationTask(task, num_classes, num_labels, threshold: 0.5, top_k: 1, ignore_index, validate_args);
        _thresholds = thresholds?.Values;
        if (_thresholds is null)
        {
            add_list_state(Scores);
            add_list_state(Targets);
        }
        else
        {
            add_state(Bins, 0, "sum", [_thresholds.Length + 1, Task.Classes, 2], ScalarType.Int64);
        }
    }

    /// <inheritdoc/>
    protected internal override string? ComputeGroup => $"curve {Task} {(_thresholds is null ? "exact" : string.Join(' ', _thresholds))}";

    private protected ClassificationTask Task { get; }

    private protected bool Exact => _thresholds is null;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        var (scores, truth) = ClassificationInput.Scores(Task, preds, target, GetName());
        if (_thresholds is null)
        {
            Append(Scores, scores);
            Append(Targets, truth);
            return;
        }

        var (positive, counting) = Truth(truth);
        scores = ClassificationInput.Normal(Task, scores);
        var between = torch.searchsorted(Steps(scores), scores.contiguous(), right: true);
        long classes = Task.Classes;
        var column = torch.arange(classes, device: scores.device).unsqueeze(0);
        var cell = between.mul(classes).add(column).mul(2).add(positive.to(ScalarType.Int64));
        var all = (_thresholds.Length + 1) * classes * 2;
        Add(Bins, Counting.Occurrences(cell.masked_fill(counting.eq(0), all), all + 1).narrow(0, 0, all).reshape(-1, classes, 2));
    }

    /// <summary>The counts along the thresholds of each class.</summary>
    private protected CurveValues Values()
    {
        if (_thresholds is not null)
        {
            return CurveValues.FromBins(Get(Bins), torch.tensor(_thresholds, dtype: ScalarType.Float64).to(device));
        }

        var (scores, positive, counting) = Kept();
        return CurveValues.FromScores(scores.t(), positive.t(), counting.t());
    }

    /// <summary>The counts over all labels taken together.</summary>
    private protected CurveValues JointValues()
    {
        if (_thresholds is not null)
        {
            return CurveValues.FromBins(Get(Bins).sum(1, keepdim: true), torch.tensor(_thresholds, dtype: ScalarType.Float64).to(device));
        }

        var (scores, positive, counting) = Kept();
        return CurveValues.FromScores(scores.reshape(1, scores.numel()), positive.reshape(1, scores.numel()), counting.reshape(1, scores.numel()));
    }

    /// <summary>One value of those of the classes.</summary>
    private protected Tensor Averaged(Func<CurveValues, Tensor> area, Average average)
    {
        if (average == Average.Micro && Task.Classes > 1)
        {
            return Result(area(JointValues()).squeeze(0));
        }

        var values = Values();
        var areas = area(values);
        return Result(average switch
        {
            _ when Task.Kind == ClassificationTask.TaskKind.Binary => areas.squeeze(0),
            Average.None => areas,
            Average.Weighted => Counting.MeanOfKnown(areas, values.Positives.squeeze(1)),
            _ => Counting.MeanOfKnown(areas, null),
        });
    }

    private (Tensor Scores, Tensor Positive, Tensor Counting) Kept()
    {
        // Whether they are logits is told from all of them: a small batch of logits may lie between 0 and 1 by chance.
        var scores = ClassificationInput.Normal(Task, Concatenated(Scores, ScalarType.Float32, 0, Task.Classes));
        var (positive, counting) = Truth(Concatenated(Targets, ScalarType.Int64, Task.IsMulticlass ? [0] : [0, Task.Classes]));
        return (scores, RegressionInput.Wide(positive), RegressionInput.Wide(counting));
    }

    /// <summary>Which samples are positive for each class, and which count: of shape (samples, classes).</summary>
    private (Tensor Positive, Tensor Counting) Truth(Tensor target)
    {
        if (!Task.IsMulticlass)
        {
            return (target.eq(1), target.ge(0));
        }

        var column = target.unsqueeze(1);
        var positive = column.eq(torch.arange(Task.Classes, device: target.device).unsqueeze(0));
        return (positive, column.ge(0).expand(positive.shape));
    }

    private Tensor Steps(Tensor scores) => torch.tensor(_thresholds!, dtype: ScalarType.Float64).to(scores.dtype).to(scores.device);
}
