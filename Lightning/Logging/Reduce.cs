namespace Lightning;

/// <summary>How the values logged under one name become the epoch's value. A string converts: <c>reduce_fx: "max"</c>. The default is the mean.</summary>
/// <remarks>Python: the <c>reduce_fx</c> argument of <c>LightningModule.log</c>.</remarks>
public readonly struct Reduce : IEquatable<Reduce>
{
    private readonly Kind _kind;

    private Reduce(Kind kind) => _kind = kind;

    internal enum Kind : byte
    {
        Mean,
        Sum,
        Min,
        Max,
    }

    /// <summary>The mean, weighted by batch size.</summary>
    public static Reduce Mean => new(Kind.Mean);

    /// <summary>The plain sum.</summary>
    public static Reduce Sum => new(Kind.Sum);

    /// <summary>The smallest value.</summary>
    public static Reduce Min => new(Kind.Min);

    /// <summary>The largest value.</summary>
    public static Reduce Max => new(Kind.Max);

    internal Kind Value => _kind;

    /// <summary>Takes Python's name of the reduction.</summary>
    /// <exception cref="MisconfigurationException">The name is not mean, sum, min or max.</exception>
    public static implicit operator Reduce(string name) => name switch
    {
        "mean" or "avg" => Mean,
        "sum" => Sum,
        "min" => Min,
        "max" => Max,
        _ => throw new MisconfigurationException($"log(reduce_fx: \"{name}\") is unknown; use \"mean\", \"sum\", \"min\" or \"max\"."),
    };

    /// <summary>Compares two reductions.</summary>
    public static bool operator ==(Reduce left, Reduce right) => left._kind == right._kind;

    /// <summary>Compares two reductions.</summary>
    public static bool operator !=(Reduce left, Reduce right) => left._kind != right._kind;

    /// <inheritdoc/>
    public bool Equals(Reduce other) => _kind == other._kind;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Reduce other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_kind;

    /// <inheritdoc/>
    public override string ToString() => _kind switch { Kind.Sum => "sum", Kind.Min => "min", Kind.Max => "max", _ => "mean" };
}
