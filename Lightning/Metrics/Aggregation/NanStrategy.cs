namespace Lightning.Metrics;

/// <summary>What an aggregator does about NaN: "error", "warn" (leave it out and say so), "ignore" (leave it out), "disable" (take it), or a number for its place.</summary>
/// <remarks>
/// Python: the <c>nan_strategy</c> argument of torchmetrics' aggregators. Telling that there is one means reading from the device: "warn" does so on the CPU only,
/// "error" everywhere.
/// </remarks>
public readonly record struct NanStrategy
{
    private NanStrategy(Kind kind, double substitute = 0) => (Value, Substitute) = (kind, substitute);

    internal enum Kind : byte
    {
        Warn,
        Error,
        Ignore,
        Disable,
        Substitute,
    }

    internal Kind Value { get; }

    internal double Substitute { get; }

    /// <summary>Takes Python's name of the strategy.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator NanStrategy(string name) => name switch
    {
        "error" => new(Kind.Error),
        "warn" => new(Kind.Warn),
        "ignore" => new(Kind.Ignore),
        "disable" => new(Kind.Disable),
        _ => throw new ArgumentException($"nan_strategy \"{name}\" is unknown; use \"error\", \"warn\", \"ignore\", \"disable\" or a number.", nameof(name)),
    };

    /// <summary>A number that stands in for NaN.</summary>
    public static implicit operator NanStrategy(double substitute) => new(Kind.Substitute, substitute);

    /// <summary>Says or throws that there is a NaN, if that is wanted and can be told.</summary>
    internal void Inspect(Tensor isNan, string metric)
    {
        if (Value == Kind.Error || (Value == Kind.Warn && isNan.device.type == DeviceType.CPU))
        {
            using var any = isNan.any();
            if (!any.item<bool>())
            {
                return;
            }

            if (Value == Kind.Error)
            {
                throw new ArgumentException($"{metric} got NaN, and nan_strategy is \"error\".");
            }

            L.rank_zero_warn($"{metric} got NaN, which is left out.");
        }
    }

    /// <summary>The values, and whether each counts; what does not count is <paramref name="neutral"/>.</summary>
    internal (Tensor Values, Tensor Counts) Apply(Tensor value, double neutral, string metric)
    {
        var isNan = value.isnan();
        Inspect(isNan, metric);
        return Value switch
        {
            Kind.Disable => (value, torch.ones_like(isNan)),
            Kind.Substitute => (value.masked_fill(isNan, Substitute), torch.ones_like(isNan)),
            _ => (value.masked_fill(isNan, neutral), isNan.logical_not()),
        };
    }
}
