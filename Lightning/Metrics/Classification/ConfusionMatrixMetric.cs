namespace Lightning.Metrics;

/// <summary>Metrics of the confusion matrix: how often class i was taken for class j.</summary>
public abstract class ConfusionMatrixMetric : Metric<Tensor, Tensor, Tensor>
{
    private const string State = "confmat";

    /// <summary>Makes the metric.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="task">"binary", "multiclass" or "multilabel".</param>
    /// <param name="threshold">Probabilities above it count as positive, in binary and multilabel tasks. Default 0.5.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="num_labels">The number of labels of a multilabel task.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    private protected ConfusionMatrixMetric(string name, string task, double threshold, int? num_classes, int? num_labels, int? ignore_index, bool? validate_args)
        : base(name)
    {
        Task = new ClassificationTask(task, num_classes, num_labels, threshold, top_k: 1, ignore_index, validate_args);
        add_state(State, 0, "sum", Task.IsMulticlass ? [Task.Classes, Task.Classes] : [Task.Classes, 2, 2], ScalarType.Int64);
    }

    /// <inheritdoc/>
    protected internal override string? ComputeGroup => $"confusion matrix {Task}";

    private protected ClassificationTask Task { get; }

    /// <summary>The counts: (C, C) of classes, (2, 2) of a binary task, (labels, 2, 2) of labels. Rows are what is true, columns what was predicted.</summary>
    private protected Tensor Matrix() => Task.Kind == ClassificationTask.TaskKind.Binary ? Get(State).squeeze(0) : Get(State);

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        if (Task.IsMulticlass)
        {
            var (p, t) = ClassificationInput.Classes(Task, preds, target, GetName());
            long side = Task.Classes + 1;
            Add(State, Counting.Occurrences(t.mul(side).add(p), side * side).reshape(side, side).narrow(0, 0, side - 1).narrow(1, 0, side - 1));
            return;
        }

        var (predicted, actual, counts) = ClassificationInput.Flags(Task, preds, target, GetName());
        long labels = Task.Classes;
        var cell = torch.arange(labels, device: actual.device).mul(4).reshape(1, labels, 1).add(actual.to(ScalarType.Int64).mul(2)).add(predicted.to(ScalarType.Int64));
        Add(State, Counting.Occurrences(cell.masked_fill(counts.logical_not(), labels * 4), (labels * 4) + 1).narrow(0, 0, labels * 4).reshape(labels, 2, 2));
    }
}
