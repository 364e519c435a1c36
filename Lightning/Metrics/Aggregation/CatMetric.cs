namespace Lightning.Metrics;

/// <summary>All elements, one behind the other along the first dimension. Python: <c>torchmetrics.CatMetric</c>.</summary>
/// <remarks>Leaving NaN out ("warn" and "ignore") reads from the device, since the number of elements depends on it.</remarks>
public sealed class CatMetric : Metric<Tensor, Tensor>
{
    private const string State = "value";
    private readonly NanStrategy _nan;

    /// <summary>Makes the metric.</summary>
    /// <param name="nan_strategy">What to do about NaN: "warn" (the default: left out), "error", "ignore", "disable" or a number.</param>
    public CatMetric(NanStrategy nan_strategy = default)
        : base(nameof(CatMetric))
    {
        _nan = nan_strategy;
        add_list_state(State);
    }

    /// <inheritdoc/>
    protected override void Update(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var parts = value.dim() == 0 ? value.reshape(1) : value;
        if (torch.is_floating_point(parts.dtype))
        {
            var (values, counts) = _nan.Apply(parts, 0, nameof(CatMetric));
            parts = _nan.Value is NanStrategy.Kind.Disable or NanStrategy.Kind.Substitute ? values : counts.all().item<bool>() ? parts : parts.masked_select(counts);
        }

        if (parts.numel() > 0)
        {
            Append(State, parts);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Concatenated(State, compute_dtype);
}
