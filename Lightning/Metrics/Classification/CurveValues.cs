namespace Lightning.Metrics;

/// <summary>
/// Counts along the scores of some classes, from the highest score down: how many positives and negatives have that score or a higher one. The number of points is
/// that of the samples, ties included: areas are the same, and nothing depends on values, so that nothing is read from the device.
/// </summary>
internal sealed class CurveValues
{
    private CurveValues(Tensor tps, Tensor fps, Tensor thresholds, Tensor last)
    {
        (Tps, Fps, Thresholds, Last) = (tps, fps, thresholds, last);
        Positives = Total(tps);
        Negatives = Total(fps);
    }

    /// <summary>True positives, of shape (classes, points).</summary>
    internal Tensor Tps { get; }

    /// <summary>False positives, of shape (classes, points).</summary>
    internal Tensor Fps { get; }

    /// <summary>The scores, falling, of shape (classes, points).</summary>
    internal Tensor Thresholds { get; }

    /// <summary>Which points end a run of equal scores that count.</summary>
    internal Tensor Last { get; }

    /// <summary>All positives, of shape (classes, 1).</summary>
    internal Tensor Positives { get; }

    /// <summary>All negatives, of shape (classes, 1).</summary>
    internal Tensor Negatives { get; }

    /// <summary>From scores, truth (0 or 1) and what counts (0 or 1), all of shape (classes, samples).</summary>
    internal static CurveValues FromScores(Tensor scores, Tensor truth, Tensor counting)
    {
        // What does not count goes behind everything else, where it makes no point of its own.
        var (sorted, order) = torch.sort(scores.masked_fill(counting.eq(0), double.NegativeInfinity), 1, descending: true);
        var weight = counting.gather(1, order);
        var positive = truth.gather(1, order).mul(weight);
        var samples = sorted.size(1);
        if (samples == 0)
        {
            return new CurveValues(positive, positive, sorted, positive.ne(0));
        }

        var differs = sorted.narrow(1, 0, samples - 1).ne(sorted.narrow(1, 1, samples - 1));
        var last = torch.cat([differs, torch.ones_like(sorted.narrow(1, 0, 1)).to(ScalarType.Bool)], 1);
        var place = torch.arange(samples, device: scores.device).expand(sorted.shape);
        var end = torch.where(last, place, torch.full_like(place, samples - 1)).flip(1).cummin(1).values.flip(1);
        return new CurveValues(
            positive.cumsum(1).gather(1, end),
            weight.sub(positive).cumsum(1).gather(1, end),
            sorted,
            last.logical_and(sorted.ne(double.NegativeInfinity)));
    }

    /// <summary>From how many negatives and positives lie between fixed thresholds: counts of shape (thresholds + 1, classes, 2), thresholds rising.</summary>
    internal static CurveValues FromBins(Tensor bins, Tensor thresholds)
    {
        var above = RegressionInput.Wide(bins).flip(0).cumsum(0).narrow(0, 0, thresholds.size(0)).permute(1, 2, 0);
        var falling = thresholds.flip(0).expand(above.size(0), thresholds.size(0));
        var total = RegressionInput.Wide(bins).sum([0]);
        return new CurveValues(above.select(1, 1), above.select(1, 0), falling, torch.ones_like(falling).to(ScalarType.Bool), total);
    }

    private CurveValues(Tensor tps, Tensor fps, Tensor thresholds, Tensor last, Tensor totals)
        : this(tps, fps, thresholds, last)
    {
        Negatives = totals.narrow(1, 0, 1);
        Positives = totals.narrow(1, 1, 1);
    }

    internal static double[] ToArray(Tensor values)
    {
        using var wide = values.detach().to(ScalarType.Float64).cpu().contiguous().clone();
        return wide.data<double>().ToArray();
    }

    /// <summary>The area under the receiver operating characteristic, of each class; NaN where a class has no positives or no negatives.</summary>
    internal Tensor RocArea()
    {
        var (x, y) = RocPoints();
        return Meant(torch.trapezoid(y, x, 1));
    }

    /// <summary>The area up to a false positive rate, scaled so that 0.5 is chance and 1 is perfect (McClish).</summary>
    internal Tensor PartialRocArea(double maxFpr)
    {
        var (x, y) = RocPoints();
        var within = x.le(maxFpr);
        var limit = torch.full_like(x.narrow(1, 0, 1), maxFpr);

        // The last point within and the first beyond it: where the line between them meets the limit.
        var next = within.to(ScalarType.Int64).sum(1, keepdim: true).clamp(max: x.size(1) - 1);
        var before = next.sub(1).clamp(min: 0);
        var (x0, x1, y0, y1) = (x.gather(1, before), x.gather(1, next), y.gather(1, before), y.gather(1, next));
        var meets = y0.add(Counting.Divide(y1.sub(y0).mul(limit.sub(x0)), x1.sub(x0)));
        var clippedX = torch.where(within, x, limit);
        var clippedY = torch.where(within, y, meets);
        var area = torch.trapezoid(torch.cat([clippedY, meets], 1), torch.cat([clippedX, limit], 1), 1);
        var chance = 0.5 * maxFpr * maxFpr;
        return Meant(area.sub(chance).div(maxFpr - chance).add(1).mul(0.5));
    }

    /// <summary>The sum of precisions weighted by the gain in recall, of each class; 0 where a class has no positives.</summary>
    internal Tensor AveragePrecision()
    {
        var precision = Counting.Divide(Tps, Tps.add(Fps));
        var recall = Counting.Divide(Tps, Positives);
        var gain = torch.diff(recall, dim: 1, prepend: torch.zeros_like(recall.narrow(1, 0, Math.Min(1, recall.size(1)))));
        return precision.mul(gain).sum(1);
    }

    private (Tensor X, Tensor Y) RocPoints()
    {
        var zero = torch.zeros([Tps.size(0), 1], dtype: Tps.dtype, device: Tps.device);
        return (torch.cat([zero, Fps], 1).div(Negatives), torch.cat([zero, Tps], 1).div(Positives));
    }

    /// <summary>NaN where there is nothing to tell apart.</summary>
    private Tensor Meant(Tensor areas) => areas.masked_fill(Positives.eq(0).logical_or(Negatives.eq(0)).squeeze(1), double.NaN);

    private static Tensor Total(Tensor running) => running.size(1) == 0
        ? torch.zeros([running.size(0), 1], dtype: running.dtype, device: running.device)
        : running.narrow(1, running.size(1) - 1, 1);
}
