using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The rules by which NumPy chooses the number of a histogram's bins.</summary>
internal static class HistogramBins
{
    internal static long Count(Tensor input, HistogramBinSelector rule, (double Low, double High)? range)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        Tensor values = input.reshape(-1).to_type(ScalarType.Float64);
        if (range is { } ends)
        {
            values = values.masked_select((values >= ends.Low).logical_and(values <= ends.High));
        }

        long n = values.numel();
        if (n == 0)
        {
            return 1;
        }

        double width = values.max().item<double>() - values.min().item<double>();
        double bin = rule == HistogramBinSelector.Stone ? StoneWidth(values, width, range) : Width(values, rule, width, n);
        double whole = range is { } given ? given.High - given.Low : width;
        return bin > 0 ? Math.Max(1, (long)Math.Ceiling(whole / bin)) : 1;
    }

    private static double Width(Tensor values, HistogramBinSelector rule, double width, long n) => rule switch
    {
        HistogramBinSelector.Sqrt => width / Math.Sqrt(n),
        HistogramBinSelector.Sturges => width / (Math.Log2(n) + 1),
        HistogramBinSelector.Rice => width / (2 * Math.Pow(n, 1.0 / 3)),
        HistogramBinSelector.Scott => Math.Pow(24 * Math.Sqrt(Math.PI) / n, 1.0 / 3) * Deviation(values),
        HistogramBinSelector.Doane => DoaneWidth(values, width, n),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "bins is one of Doane, Rice, Scott, Sqrt, Stone and Sturges"),
    };

    private static double DoaneWidth(Tensor values, double width, long n)
    {
        double deviation = Deviation(values);
        if (n <= 2 || deviation <= 0)
        {
            return 0;
        }

        double spread = Math.Sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)));
        double skewness = ((values - values.mean()) / deviation).pow(3).mean().item<double>();
        return width / (1 + Math.Log2(n) + Math.Log2(1 + Math.Abs(skewness) / spread));
    }

    private static double StoneWidth(Tensor values, double width, (double Low, double High)? range)
    {
        long n = values.numel();
        if (n <= 1 || width == 0)
        {
            return 0;
        }

        (double least, long best) = (double.PositiveInfinity, 1);
        double[] ends = range is { } given ? [given.Low, given.High] : [values.min().item<double>(), values.max().item<double>()];
        for (long bins = 1; bins <= Math.Max(100, (long)Math.Sqrt(n)); bins++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor share = ops.aten.histogram_bin_ct(values, bins: bins, range: ends).hist / n;
            double risk = (2 - (n + 1) * share.dot(share).item<double>()) * bins / width;
            (least, best) = risk < least ? (risk, bins) : (least, best);
        }

        return width / best;
    }

    private static double Deviation(Tensor values) => values.std(false).item<double>();
}
