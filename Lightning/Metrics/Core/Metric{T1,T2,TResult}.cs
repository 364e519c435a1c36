namespace Lightning.Metrics;

/// <summary>A metric over two arguments, most often what was predicted and what is true. Derive from it: add states in the constructor, write <see cref="Update"/> and <see cref="Metric{TResult}.Compute"/>.</summary>
/// <remarks>
/// Write <c>Update</c> in terms of <see cref="Metric.Get"/> and <see cref="Metric.Set"/> (or <see cref="Metric.Append"/>); it runs without gradients, and tensors
/// made in it are disposed behind it. Python: a subclass of <c>torchmetrics.Metric</c>.
/// </remarks>
/// <typeparam name="T1">The first argument of an update.</typeparam>
/// <typeparam name="T2">The second.</typeparam>
/// <typeparam name="TResult">What <see cref="Metric{TResult}.compute"/> gives.</typeparam>
public abstract class Metric<T1, T2, TResult> : Metric<TResult>
{
    /// <summary>Names the metric.</summary>
    /// <param name="name">The name; it shows when the module is printed.</param>
    protected Metric(string name)
        : base(name)
    {
    }

    /// <summary>Adds one batch to what is collected.</summary>
    public void update(T1 preds, T2 target) => Run(DeviceOf(preds) ?? DeviceOf(target), () => Update(preds, target));

    /// <summary>Adds one batch to what is collected, and computes over that batch alone.</summary>
    /// <returns>The batch's value; its tensors are the caller's.</returns>
    public TResult forward(T1 preds, T2 target) => RunForward(() => update(preds, target));

    /// <inheritdoc cref="forward"/>
    public TResult call(T1 preds, T2 target) => forward(preds, target);

    /// <summary>A forward of this metric, and of those that read its states.</summary>
    internal TResult ForwardGroup(T1 preds, T2 target, List<Metric<T1, T2, TResult>> followers, out TResult[] values)
    {
        var others = new TResult[followers.Count];
        var value = RunForward(() => update(preds, target), () =>
        {
            for (var i = 0; i < others.Length; i++)
            {
                others[i] = followers[i].OfBatch();
            }
        });
        values = others;
        return value;
    }

    /// <summary>Adds one batch to the states.</summary>
    protected abstract void Update(T1 preds, T2 target);
}
