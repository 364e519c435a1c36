namespace Lightning.Metrics;

/// <summary>A metric over several epochs, a copy for each, and the best of them. Python: <c>torchmetrics.MetricTracker</c>.</summary>
/// <remarks>
/// Call <see cref="Tracker{TTracked}.increment"/> at the beginning of each epoch. A metric whose arguments are not tensors is updated through
/// <see cref="Tracker{TTracked}.current"/>. Trackers of collections are <see cref="MetricCollectionTracker"/>.
/// </remarks>
public sealed class MetricTracker : Tracker<Metric<Tensor>>
{
    private readonly bool? _maximize;

    /// <summary>Makes the tracker.</summary>
    /// <param name="metric">The metric to copy, owned by the tracker from now on.</param>
    /// <param name="maximize">Whether larger is better; null (the default) for what the metric says (<see cref="Metric.higher_is_better"/>).</param>
    public MetricTracker(Metric<Tensor> metric, bool? maximize = null)
        : base(nameof(MetricTracker), metric) => _maximize = maximize ?? metric.higher_is_better;

    /// <summary>Adds one batch to the step at hand.</summary>
    public void update(Tensor preds, Tensor target) => Two().update(preds, target);

    /// <summary>Adds one batch to the step at hand, for metrics of one argument.</summary>
    public void update(Tensor value)
    {
        if (current is MeanMetric mean)
        {
            mean.update(value);
            return;
        }

        One().update(value);
    }

    /// <summary>Adds one batch to the step at hand, and computes over that batch alone.</summary>
    /// <returns>The batch's value, which the caller owns.</returns>
    public Tensor forward(Tensor preds, Tensor target) => Two().forward(preds, target);

    /// <inheritdoc cref="forward(Tensor, Tensor)"/>
    public Tensor forward(Tensor value) => current is MeanMetric mean ? mean.forward(value) : One().forward(value);

    /// <summary>The value of the step at hand, which the caller owns.</summary>
    public Tensor compute() => current.compute();

    /// <summary>The values of all steps along the first dimension; the caller owns the tensor.</summary>
    public Tensor compute_all()
    {
        using var scope = torch.NewDisposeScope();
        return torch.stack(Steps().Select(step => step.compute()).ToArray(), 0).MoveToOuterDisposeScope();
    }

    /// <summary>The best value.</summary>
    /// <exception cref="InvalidOperationException">There is no step, values are not one number each, or nobody said whether larger is better.</exception>
    public double best_metric() => best_metric(out _);

    /// <summary>The best value and its step. Python: <c>best_metric(return_step=True)</c>.</summary>
    /// <param name="step">The first step with that value, counted from 0.</param>
    /// <exception cref="InvalidOperationException">There is no step, values are not one number each, or nobody said whether larger is better.</exception>
    public double best_metric(out int step)
    {
        var name = current.GetType().Name;
        var maximize = _maximize
            ?? throw new InvalidOperationException($"{name} does not say whether larger is better: make the tracker with maximize: true or false.");
        using var values = compute_all();
        var best = Best(values, maximize)
            ?? throw new InvalidOperationException($"best_metric compares numbers; {name} gave values that are more than one number each.");
        step = best.Step;
        return best.Value;
    }

    private protected override Metric<Tensor> Fresh(Metric<Tensor> tracked)
    {
        var copy = (Metric<Tensor>)tracked.clone();
        copy.reset();
        return copy;
    }

    private protected override void Reset(Metric<Tensor> tracked) => tracked.reset();

    private Metric<Tensor, Tensor, Tensor> Two() => current as Metric<Tensor, Tensor, Tensor> ?? throw Otherwise("two tensors");

    private Metric<Tensor, Tensor> One() => current as Metric<Tensor, Tensor> ?? throw Otherwise("one tensor");

    private InvalidOperationException Otherwise(string arguments) =>
        new($"{current.GetType().Name} does not take {arguments}: update it through the tracker's current metric, (({current.GetType().Name})tracker.current).update(...).");
}
