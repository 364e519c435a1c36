namespace Lightning.Metrics;

/// <summary>
/// A metric's value ("raw") with the smallest and the largest ("min", "max") that <see cref="Metric{TResult}.compute"/> gave since the last reset. Python:
/// <c>torchmetrics.MinMaxMetric</c>.
/// </summary>
/// <remarks>
/// To compare epochs, reset the metric inside only (keep it in a variable of your own). What <c>forward</c> gives of single batches is compared with the extremes
/// and does not count towards them. NaN is never the smallest or the largest, unless there is nothing else.
/// </remarks>
public sealed class MinMaxMetric : WrapperMetric<Dictionary<string, Tensor>>
{
    private static readonly (string Name, double None)[] Extremes = [("min_val", double.PositiveInfinity), ("max_val", double.NegativeInfinity)];

    /// <summary>Makes the metric.</summary>
    /// <param name="base_metric">The metric inside, owned by this one from now on; its value is one number.</param>
    public MinMaxMetric(Metric<Tensor, Tensor, Tensor> base_metric)
        : base(nameof(MinMaxMetric), base_metric) => StartExtremes();

    /// <inheritdoc/>
    public override bool? higher_is_better => base_metric.higher_is_better;

    /// <inheritdoc/>
    public override void reset()
    {
        base.reset();
        StartExtremes();
    }

    /// <inheritdoc/>
    protected override Dictionary<string, Tensor> Compute()
    {
        var raw = base_metric.compute();
        if (raw.numel() != 1)
        {
            throw new InvalidOperationException(
                $"MinMaxMetric takes a metric whose value is one number; {base_metric.GetType().Name} gave the shape [{string.Join(", ", raw.shape)}].");
        }

        var value = RegressionInput.Wide(raw.reshape([]));
        var min = Get("min_val").to(value.device).fmin(value);
        var max = Get("max_val").to(value.device).fmax(value);
        if (!OfOneBatch)
        {
            // No states: what is found while those of all processes are in place is to stay.
            ReplaceState("min_val", min.clone(), persistent: false);
            ReplaceState("max_val", max.clone(), persistent: false);
        }

        return new() { ["raw"] = raw, ["max"] = max.to(raw.dtype), ["min"] = min.to(raw.dtype) };
    }

    private void StartExtremes()
    {
        foreach (var (name, none) in Extremes)
        {
            ReplaceState(name, torch.full([], none, dtype: ScalarType.Float64).to(device), persistent: false);
        }
    }
}
