using static TorchSharp.torch;
using BinRule = TorchSharp.Utils.tensorboard.Enums.HistogramBinSelector;

namespace TorchSharp;

/// <summary>Counts values as TensorBoard's histograms want it: NumPy's counts, without the empty buckets on either side.</summary>
internal static class HistogramBuckets
{
    private const double Least = 1e-12;
    private const double Greatest = 1e20;
    private const double Growth = 1.1;

    private static readonly Lazy<double[]> TensorBoardEdges = new(MakeTensorBoardEdges);

    internal static Tensorboard.HistogramProto Of(Tensor values, BinRule bins, long? maxBins)
    {
        double[] numbers = Numbers(values);
        return Of(numbers, bins == BinRule.Tensorflow ? TensorBoardEdges.Value : EqualEdges(values, numbers, bins), maxBins);
    }

    internal static Tensorboard.HistogramProto Of(Tensor values, Tensor bins, long? maxBins)
    {
        double[] edges = Numbers(bins);
        for (int i = 1; i < edges.Length; i++)
        {
            if (!(edges[i] >= edges[i - 1]))
            {
                throw new ArgumentException($"the edges of buckets ascend; the one at {i} is {edges[i]} behind {edges[i - 1]}", nameof(bins));
            }
        }

        return edges.Length >= 2
            ? Of(Numbers(values), edges, maxBins)
            : throw new ArgumentException("buckets have at least two edges", nameof(bins));
    }

    private static double[] Numbers(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        return values.detach().cpu().to_type(ScalarType.Float64).reshape(-1).data<double>().ToArray();
    }

    private static Tensorboard.HistogramProto Of(double[] values, double[] edges, long? maxBins)
    {
        if (values.Length == 0)
        {
            throw new ArgumentException("a histogram needs at least one value", nameof(values));
        }

        double[] counts = Count(values, edges);
        if (maxBins is { } most && counts.Length > most)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, "max_bins");
            (counts, edges) = Thin(counts, edges, (int)(counts.Length / most));
        }

        int first = Array.FindIndex(counts, count => count > 0);
        int last = Array.FindLastIndex(counts, count => count > 0);
        if (first < 0)
        {
            throw new ArgumentException("none of the values lies in a bucket; are they all NaN?", nameof(values));
        }

        // Buckets are told by their right edges: an empty one before the first tells where that begins.
        return new Tensorboard.HistogramProto
        {
            Min = values.Min(),
            Max = values.Contains(double.NaN) ? double.NaN : values.Max(),
            Num = values.Length,
            Sum = values.Sum(),
            SumSquares = values.Sum(value => value * value),
            BucketLimit = edges[first..(last + 2)],
            Bucket = [0, .. counts[first..(last + 1)]],
        };
    }

    /// <summary>A value counts in the bucket whose left edge it reaches; the last one's right edge belongs to it too.</summary>
    private static double[] Count(double[] values, double[] edges)
    {
        var counts = new double[edges.Length - 1];
        foreach (double value in values)
        {
            if (!(value >= edges[0] && value <= edges[^1]))
            {
                continue;
            }

            int found = Array.BinarySearch(edges, value);
            int bucket = found >= 0 ? found : ~found - 1;
            while (found >= 0 && bucket + 1 < edges.Length && edges[bucket + 1] == value)
            {
                bucket++;
            }

            counts[Math.Min(bucket, counts.Length - 1)]++;
        }

        return counts;
    }

    private static (double[] Counts, double[] Edges) Thin(double[] counts, double[] edges, int together)
    {
        double[] sums = [.. counts.Chunk(together).Select(chunk => chunk.Sum())];
        double[] kept = [.. Enumerable.Range(0, sums.Length).Select(i => edges[i * together]), edges[^1]];
        return (sums, kept);
    }

    private static double[] EqualEdges(Tensor values, double[] numbers, BinRule bins)
    {
        if (Array.Exists(numbers, number => !double.IsFinite(number)))
        {
            throw new ArgumentException(
                $"buckets by the rule {bins} need finite values; HistogramBinSelector.Tensorflow takes others too", nameof(values));
        }

        if (numbers.Length == 0)
        {
            return [0, 1];
        }

        (double low, double high) = (numbers.Min(), numbers.Max());
        // The two enumerations number the rules that they share alike.
        long count = HistogramBins.Count(values, (HistogramBinSelector)(int)bins, null);
        (low, high) = low == high ? (low - 0.5, high + 0.5) : (low, high);
        double step = (high - low) / count;
        return [.. Enumerable.Range(0, (int)count).Select(i => low + (i * step)), high];
    }

    private static double[] MakeTensorBoardEdges()
    {
        var positive = new List<double>();
        for (double edge = Least; edge < Greatest; edge *= Growth)
        {
            positive.Add(edge);
        }

        return [.. Enumerable.Reverse(positive).Select(edge => -edge), 0, .. positive];
    }
}
