namespace Lightning.Metrics;

/// <summary>A metric over the last updates only. Python: <c>torchmetrics.wrappers.Running</c>.</summary>
/// <remarks>One set of states is kept for each update of the window. In several processes each has its window, and the value is that of all of them.</remarks>
public sealed class Running : Metric<Tensor, Tensor, Tensor>
{
    private readonly Metric<Tensor, Tensor, Tensor>[] slots;

    /// <summary>Makes the metric.</summary>
    /// <param name="base_metric">The metric inside, owned by this one from now on.</param>
    /// <param name="window">How many updates to look back on. Default 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is less than 1.</exception>
    public Running(Metric<Tensor, Tensor, Tensor> base_metric, int window = 5)
        : base(nameof(Running))
    {
        slots = RunningWindow.Of(base_metric, window);
        foreach (var (i, slot) in slots.Index())
        {
            register_module($"slot_{i}", slot);
        }
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => slots[0].higher_is_better;

    private protected override bool TellsBatchesApart => true;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target) => RunningWindow.Put(slots, OwnUpdates, slot => slot.update(preds, target));

    /// <inheritdoc/>
    protected override Tensor Compute() => RunningWindow.Compute(slots, OwnUpdates, OfOneBatch);

    private protected override void MergeInner(Metric incoming) =>
        RunningWindow.Append(slots, OwnUpdates, ((Running)incoming).slots, incoming.update_count);
}
