namespace Lightning.Metrics;

/// <summary>
/// How sure a metric's value is (Efron 1979): copies of it see the rows of each batch drawn with replacement, and their values have a mean, a standard deviation
/// and quantiles. Python: <c>torchmetrics.BootStrapper</c>.
/// </summary>
/// <remarks>Draws come from torch's generator of the CPU, one after the other for each copy, as in Python: the same seed gives the same samples.</remarks>
public sealed class BootStrapper : Metric<Tensor, Tensor, Dictionary<string, Tensor>>
{
    private readonly Metric<Tensor, Tensor, Tensor>[] metrics;
    private readonly bool _mean;
    private readonly bool _std;
    private readonly bool _raw;
    private readonly bool _poisson;
    private readonly double[]? _quantiles;
    private readonly long[] _quantilesShape = [];

    /// <summary>Makes the metric.</summary>
    /// <param name="base_metric">The metric inside, owned by this one from now on.</param>
    /// <param name="num_bootstraps">How many copies there are. Default 10.</param>
    /// <param name="mean">Whether the value has "mean". Default true.</param>
    /// <param name="std">Whether the value has "std", unbiased. Default true.</param>
    /// <param name="quantile">One number or several between 0 and 1, for "quantile"; stays the caller's. Default none.</param>
    /// <param name="raw">Whether the value has "raw", the values of all copies along the first dimension. Default false.</param>
    /// <param name="sampling_strategy">
    /// "poisson" (the default): each row comes as often as drawn from the Poisson distribution of mean 1, which is right over many batches; "multinomial": as many
    /// rows as the batch has.
    /// </param>
    /// <exception cref="ArgumentException">The strategy is unknown, or a quantile is outside of 0 to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no copies.</exception>
    public BootStrapper(
        Metric<Tensor, Tensor, Tensor> base_metric,
        int num_bootstraps = 10,
        bool mean = true,
        bool std = true,
        Tensor? quantile = null,
        bool raw = false,
        string sampling_strategy = "poisson")
        : base(nameof(BootStrapper))
    {
        ArgumentNullException.ThrowIfNull(base_metric);
        if (num_bootstraps < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(num_bootstraps), num_bootstraps, "num_bootstraps is at least 1.");
        }

        _poisson = sampling_strategy switch
        {
            "poisson" => true,
            "multinomial" => false,
            _ => throw new ArgumentException($"sampling_strategy \"{sampling_strategy}\" is unknown; use \"poisson\" or \"multinomial\".", nameof(sampling_strategy)),
        };
        (_mean, _std, _raw) = (mean, std, raw);
        if (quantile is not null)
        {
            using var wide = quantile.detach().to(torch.CPU).to(ScalarType.Float64).contiguous();
            (_quantiles, _quantilesShape) = (wide.data<double>().ToArray(), wide.shape.ToArray());
            if (!_quantiles.All(share => share is >= 0 and <= 1))
            {
                throw new ArgumentException("quantile is between 0 and 1.", nameof(quantile));
            }
        }

        metrics = [base_metric, .. Enumerable.Range(1, num_bootstraps - 1).Select(_ => (Metric<Tensor, Tensor, Tensor>)base_metric.clone())];
        foreach (var (i, metric) in metrics.Index())
        {
            register_module($"metrics_{i}", metric);
        }
    }

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        ArgumentNullException.ThrowIfNull(target);
        if (preds.dim() == 0 || target.dim() == 0 || preds.size(0) != target.size(0))
        {
            throw new ArgumentException(
                $"BootStrapper draws rows of preds and target, which have as many of them, not those of [{string.Join(", ", preds.shape)}] and [{string.Join(", ", target.shape)}].", nameof(target));
        }

        if (preds.size(0) == 0)
        {
            return;
        }

        foreach (var metric in metrics)
        {
            using var drawn = Draw(preds.size(0)).to(preds.device);
            if (drawn.numel() > 0)
            {
                metric.update(preds.index_select(0, drawn), target.index_select(0, drawn));
            }
        }
    }

    /// <inheritdoc/>
    protected override Dictionary<string, Tensor> Compute()
    {
        var values = torch.stack(metrics.Select(metric => metric.compute()).ToArray(), 0);
        var result = new Dictionary<string, Tensor>();
        if (_mean)
        {
            result["mean"] = values.mean([0]);
        }

        if (_std)
        {
            result["std"] = values.std(0L);
        }

        if (_quantiles is not null)
        {
            var shares = torch.tensor(_quantiles, dtype: ScalarType.Float64).reshape(_quantilesShape).to(values.device).to(values.dtype);
            result["quantile"] = values.quantile(shares, dim: 0);
        }

        if (_raw)
        {
            result["raw"] = values;
        }

        return result;
    }

    private Tensor Draw(long rows)
    {
        if (!_poisson)
        {
            return torch.multinomial(torch.ones(rows), rows, replacement: true);
        }

        using var often = torch.poisson(torch.ones(rows));
        return torch.arange(rows).repeat_interleave(often.to(ScalarType.Int64), dim: 0);
    }
}
