namespace Lightning.Metrics;

/// <summary>
/// How strong pictures are against their error: <c>10 log10(range² / mean squared error)</c>, in decibels. Python: <c>torchmetrics.image.PeakSignalNoiseRatio</c>.
/// </summary>
public sealed class PeakSignalNoiseRatio : Metric<Tensor, Tensor, Tensor>
{
    private readonly double? _range;
    private readonly double _base;

    /// <summary>Makes the metric.</summary>
    /// <param name="data_range">The distance of the smallest and largest value that a picture can have: 1 or 255; null (the default) for that of the targets seen.</param>
    /// <param name="base">The base of the logarithm. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not positive, or the base is not above 1.</exception>
    public PeakSignalNoiseRatio(double? data_range = null, double @base = 10)
        : base(nameof(PeakSignalNoiseRatio))
    {
        _range = data_range is null or > 0 ? data_range : throw new ArgumentOutOfRangeException(nameof(data_range), data_range, "data_range is positive.");
        _base = @base > 1 ? @base : throw new ArgumentOutOfRangeException(nameof(@base), @base, "base is above 1.");
        add_state("sum_squared_error", 0, "sum");
        add_state("total", 0, "sum", dtype: ScalarType.Int64);
        if (_range is null)
        {
            add_state("min_target", double.PositiveInfinity, "min");
            add_state("max_target", double.NegativeInfinity, "max");
        }
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        var (p, t) = RegressionInput.Columns(preds, target, 1, nameof(PeakSignalNoiseRatio));
        Add("sum_squared_error", p.sub(t).square().sum());
        Add("total", RegressionInput.Count(p));
        if (_range is null && t.numel() > 0)
        {
            Set("min_target", torch.minimum(Get("min_target"), t.min()));
            Set("max_target", torch.maximum(Get("max_target"), t.max()));
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var error = Get("sum_squared_error").div(Get("total"));
        var range = _range is { } given ? torch.full_like(error, given) : Get("max_target").sub(Get("min_target"));
        return Result(range.square().div(error).log().mul(10 / Math.Log(_base)));
    }
}
