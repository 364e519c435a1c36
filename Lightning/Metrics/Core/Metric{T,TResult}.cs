namespace Lightning.Metrics;

/// <summary>A metric over one argument. Derive from it: add states in the constructor, write <see cref="Update"/> and <see cref="Metric{TResult}.Compute"/>.</summary>
/// <remarks>
/// Write <c>Update</c> in terms of <see cref="Metric.Get"/> and <see cref="Metric.Set"/> (or <see cref="Metric.Append"/>); it runs without gradients, and tensors
/// made in it are disposed behind it. Python: a subclass of <c>torchmetrics.Metric</c>.
/// </remarks>
/// <typeparam name="T">The argument of an update.</typeparam>
/// <typeparam name="TResult">What <see cref="Metric{TResult}.compute"/> gives.</typeparam>
public abstract class Metric<T, TResult> : Metric<TResult>
{
    /// <summary>Names the metric.</summary>
    /// <param name="name">The name; it shows when the module is printed.</param>
    protected Metric(string name)
        : base(name)
    {
    }

    /// <summary>Adds one batch to what is collected.</summary>
    public void update(T value) => Run(DeviceOf(value), () => Update(value));

    /// <summary>Adds one batch to what is collected, and computes over that batch alone.</summary>
    /// <returns>The batch's value; its tensors are the caller's.</returns>
    public TResult forward(T value) => RunForward(() => update(value));

    /// <inheritdoc cref="forward"/>
    public TResult call(T value) => forward(value);

    /// <summary>Adds one batch to the states.</summary>
    protected abstract void Update(T value);
}
