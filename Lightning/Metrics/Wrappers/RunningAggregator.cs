namespace Lightning.Metrics;

/// <summary>An aggregator over the last updates only.</summary>
public abstract class RunningAggregator : Metric<Tensor, Tensor>
{
    private readonly Metric<Tensor>[] slots;

    private protected RunningAggregator(string name, Metric<Tensor> aggregator, int window)
        : base(name)
    {
        slots = RunningWindow.Of(aggregator, window);
        foreach (var (i, slot) in slots.Index())
        {
            register_module($"slot_{i}", slot);
        }
    }

    private protected override bool TellsBatchesApart => true;

    /// <summary>Takes one number.</summary>
    public void update(double value)
    {
        using var tensor = torch.tensor(value, dtype: ScalarType.Float64).to(device);
        update(tensor);
    }

    /// <inheritdoc/>
    protected override void Update(Tensor value) => RunningWindow.Put(slots, OwnUpdates, slot => Give(slot, value));

    /// <inheritdoc/>
    protected override Tensor Compute() => RunningWindow.Compute(slots, OwnUpdates, OfOneBatch);

    /// <summary>Updates one of the aggregators.</summary>
    private protected abstract void Give(Metric<Tensor> aggregator, Tensor value);

    private protected override void MergeInner(Metric incoming) =>
        RunningWindow.Append(slots, OwnUpdates, ((RunningAggregator)incoming).slots, incoming.update_count);
}
