namespace Lightning.Metrics;

/// <summary>Metrics of true and false positives and negatives, counted for each class or label. Python: <c>torchmetrics.StatScores</c> and what derives from it.</summary>
public abstract class StatScoresMetric : Metric<Tensor, Tensor, Tensor>
{
    private static readonly string[] States = ["tp", "fp", "tn", "fn"];

    private readonly ClassificationTask _task;
    private readonly Average _average;
    private readonly bool _samplewise;
    private readonly double _zeroDivision;

    /// <summary>Makes the metric.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="task">"binary", "multiclass" or "multilabel".</param>
    /// <param name="threshold">Probabilities above it count as positive, in binary and multilabel tasks. Default 0.5.</param>
    /// <param name="num_classes">The number of classes of a multiclass task.</param>
    /// <param name="num_labels">The number of labels of a multilabel task.</param>
    /// <param name="average">
    /// "micro" counts all classes together, "macro" is the mean over the classes (in multiclass tasks over those that occur in preds or target), "weighted" weighs it by how
    /// often a class is true, "none" gives each. No matter in binary tasks.
    /// </param>
    /// <param name="multidim_average">"global" (the default) counts all samples together; "samplewise" gives a value for each entry of the first dimension.</param>
    /// <param name="top_k">A multiclass prediction is right when the true class is among the k highest scores; else the highest one counts as predicted. Default 1.</param>
    /// <param name="ignore_index">A target value that is left out. Default none.</param>
    /// <param name="validate_args">Whether values are checked, which reads them from the device; null (the default) for on the CPU only. Shapes always are.</param>
    /// <param name="zero_division">The value of a quotient of nothing by nothing. Default 0.</param>
    /// <exception cref="ArgumentException">An argument is unknown, or the task lacks its number of classes.</exception>
    private protected StatScoresMetric(
        string name, string task, double threshold, int? num_classes, int? num_labels, string? average, string multidim_average, int top_k, int? ignore_index, bool? validate_args, double zero_division)
        : base(name)
    {
        _task = new ClassificationTask(task, num_classes, num_labels, threshold, top_k, ignore_index, validate_args);
        _average = ClassificationTask.AverageOf(average);
        _zeroDivision = zero_division;
        _samplewise = multidim_average switch
        {
            "global" => false,
            "samplewise" => true,
            _ => throw new ArgumentException($"multidim_average \"{multidim_average}\" is unknown; use \"global\" or \"samplewise\".", nameof(multidim_average)),
        };
        foreach (var state in States)
        {
            if (_samplewise)
            {
                add_list_state(state);
            }
            else
            {
                add_state(state, 0, "sum", [_task.Classes], ScalarType.Int64);
            }
        }
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected internal override string? ComputeGroup => $"stat scores {_task} {_samplewise}";

    /// <summary>Whether the task is multiclass, where a class that never occurs has no part in the mean.</summary>
    private protected bool IsMulticlass => _task.IsMulticlass;

    /// <summary>The class that macro averages leave out; none by default.</summary>
    private protected virtual int? LeftOut => null;

    /// <summary>The class number that is ignored, where it is one of the classes.</summary>
    private protected int? IgnoredClass => _task.IgnoreIndex is { } index && index >= 0 && index < _task.Classes ? index : null;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        var counts = _task.IsMulticlass ? CountClasses(preds, target) : CountFlags(preds, target);
        for (var i = 0; i < States.Length; i++)
        {
            if (_samplewise)
            {
                Append(States[i], counts[i]);
            }
            else
            {
                Add(States[i], counts[i].reshape(_task.Classes));
            }
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var counts = States.Select(state => RegressionInput.Wide(_samplewise ? Concatenated(state, ScalarType.Int64, 0, _task.Classes) : Get(state))).ToArray();
        var (tp, fp, tn, fn) = (counts[0], counts[1], counts[2], counts[3]);
        if (_task.Kind == ClassificationTask.TaskKind.Binary)
        {
            return Result(Score(tp, fp, tn, fn, _zeroDivision).squeeze(-1));
        }

        if (_average == Average.Micro)
        {
            return Result(Score(tp.sum(-1), fp.sum(-1), tn.sum(-1), fn.sum(-1), _zeroDivision));
        }

        var scores = Score(tp, fp, tn, fn, _zeroDivision);
        if (_average == Average.None)
        {
            return Result(scores);
        }

        var weights = _average == Average.Weighted ? tp.add(fn) : torch.ones_like(tp);
        if (_average == Average.Macro && _task.IsMulticlass)
        {
            weights = weights.masked_fill(tp.add(fp).add(fn).eq(0), 0);
            if (LeftOut is { } index)
            {
                weights.select(-1, index).zero_();
            }
        }

        return Result(Counting.WeightedMean(scores, weights));
    }

    /// <summary>The metric from its counts, element by element.</summary>
    private protected abstract Tensor Score(Tensor tp, Tensor fp, Tensor tn, Tensor fn, double zeroDivision);

    private Tensor[] CountClasses(Tensor preds, Tensor target)
    {
        var (p, t) = ClassificationInput.Classes(_task, preds, target, GetName());
        long classes = _task.Classes;
        var rows = _samplewise ? t.size(0) : 1;
        var offset = _samplewise ? torch.arange(rows, device: t.device).mul(classes + 1).unsqueeze(1) : torch.zeros([1, 1], dtype: ScalarType.Int64, device: t.device);
        var tp = Count(t.masked_fill(p.ne(t), classes));
        var (predicted, actual) = (Count(p), Count(t));
        var (fp, fn) = (predicted.sub(tp), actual.sub(tp));
        return [tp, fp, actual.sum(-1, keepdim: true).sub(tp).sub(fp).sub(fn), fn];

        Tensor Count(Tensor labels) => Counting.Occurrences(labels.add(offset), rows * (classes + 1)).reshape(rows, classes + 1).narrow(1, 0, classes);
    }

    private Tensor[] CountFlags(Tensor preds, Tensor target)
    {
        var (p, t, counts) = ClassificationInput.Flags(_task, preds, target, GetName());
        return [Count(p.logical_and(t)), Count(p.logical_and(t.logical_not())), Count(p.logical_or(t).logical_not()), Count(p.logical_not().logical_and(t))];

        Tensor Count(Tensor which)
        {
            var perSample = which.logical_and(counts).sum(-1);
            return _samplewise ? perSample : perSample.sum([0]);
        }
    }
}
