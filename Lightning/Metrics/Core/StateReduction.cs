namespace Lightning.Metrics;

/// <summary>How one state of a metric is put together over batches and processes. A string converts: <c>dist_reduce_fx: "sum"</c>.</summary>
/// <remarks>Python: the <c>dist_reduce_fx</c> argument of <c>torchmetrics.Metric.add_state</c>.</remarks>
public readonly record struct StateReduction
{
    private StateReduction(Kind kind) => Value = kind;

    internal enum Kind : byte
    {
        Sum,
        Mean,
        Max,
        Min,
        Cat,
    }

    /// <summary>Added up.</summary>
    public static StateReduction Sum => new(Kind.Sum);

    /// <summary>The mean, each part weighted by its number of updates.</summary>
    public static StateReduction Mean => new(Kind.Mean);

    /// <summary>The largest, element by element.</summary>
    public static StateReduction Max => new(Kind.Max);

    /// <summary>The smallest, element by element.</summary>
    public static StateReduction Min => new(Kind.Min);

    /// <summary>A list of tensors, one behind the other along the first dimension.</summary>
    public static StateReduction Cat => new(Kind.Cat);

    internal Kind Value { get; }

    /// <summary>Takes Python's name of the reduction.</summary>
    /// <exception cref="ArgumentException">The name is not sum, mean, max, min or cat.</exception>
    public static implicit operator StateReduction(string name) => name switch
    {
        "sum" => Sum,
        "mean" => Mean,
        "max" => Max,
        "min" => Min,
        "cat" => Cat,
        _ => throw new ArgumentException($"dist_reduce_fx \"{name}\" is unknown; use \"sum\", \"mean\", \"max\", \"min\" or \"cat\", or override Merge.", nameof(name)),
    };

    /// <inheritdoc/>
    public override string ToString() => Value switch
    {
        Kind.Mean => "mean", Kind.Max => "max", Kind.Min => "min", Kind.Cat => "cat", _ => "sum",
    };
}
