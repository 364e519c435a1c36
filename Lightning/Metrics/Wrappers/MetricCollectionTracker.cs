using System.Globalization;

namespace Lightning.Metrics;

/// <summary>A collection over several epochs, a copy for each, and the best value of every metric. Python: <c>torchmetrics.MetricTracker</c> of a collection.</summary>
/// <remarks>Call <see cref="Tracker{TTracked}.increment"/> at the beginning of each epoch.</remarks>
public sealed class MetricCollectionTracker : Tracker<MetricCollection>
{
    private readonly bool?[] _maximize;

    /// <summary>Makes the tracker.</summary>
    /// <param name="metric">The collection to copy, owned by the tracker from now on.</param>
    /// <param name="maximize">
    /// Whether larger is better, for each metric in the collection's order; null (the default) for what each says (<see cref="Metric.higher_is_better"/>).
    /// </param>
    /// <exception cref="ArgumentException">There are not as many answers as metrics.</exception>
    public MetricCollectionTracker(MetricCollection metric, IReadOnlyList<bool>? maximize = null)
        : base(nameof(MetricCollectionTracker), metric)
    {
        if (maximize is not null && maximize.Count != metric.Count)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"maximize says of {maximize.Count} metrics whether larger is better, and the collection has {metric.Count}."), nameof(maximize));
        }

        _maximize = [.. metric.Values.Select((member, i) => maximize is null ? member.higher_is_better : maximize[i])];
    }

    /// <summary>Adds one batch to the step at hand.</summary>
    public void update(Tensor preds, Tensor target) => current.update(preds, target);

    /// <summary>Adds one batch to the step at hand, and computes over that batch alone.</summary>
    /// <returns>The batch's values by name, which the caller owns.</returns>
    public Dictionary<string, Tensor> forward(Tensor preds, Tensor target) => current.forward(preds, target);

    /// <summary>The values of the step at hand, which the caller owns.</summary>
    public Dictionary<string, Tensor> compute() => current.compute();

    /// <summary>Every metric's values of all steps along the first dimension; the caller owns the tensors.</summary>
    public Dictionary<string, Tensor> compute_all()
    {
        using var scope = torch.NewDisposeScope();
        var steps = Steps().Select(step => step.compute()).ToList();
        return steps[0].Keys.ToDictionary(key => key, key => torch.stack(steps.Select(values => values[key]).ToArray(), 0).MoveToOuterDisposeScope());
    }

    /// <summary>Every metric's best value; null where values are not one number each, or nobody said whether larger is better.</summary>
    public Dictionary<string, double?> best_metric() => best_metric(out _);

    /// <summary>Every metric's best value, and its step. Python: <c>best_metric(return_step=True)</c>.</summary>
    /// <param name="step">The first step with that value, counted from 0; null where there is no best value.</param>
    /// <exception cref="InvalidOperationException">There is no step.</exception>
    public Dictionary<string, double?> best_metric(out Dictionary<string, int?> step)
    {
        using var scope = torch.NewDisposeScope();
        var best = compute_all().Select((entry, i) => (entry.Key, Best: _maximize[i] is { } maximize ? Best(entry.Value, maximize) : null)).ToList();
        step = best.ToDictionary(entry => entry.Key, entry => entry.Best?.Step);
        return best.ToDictionary(entry => entry.Key, entry => entry.Best?.Value);
    }

    private protected override MetricCollection Fresh(MetricCollection tracked)
    {
        var copy = tracked.clone();
        copy.reset();
        return copy;
    }

    private protected override void Reset(MetricCollection tracked) => tracked.reset();
}
