using System.Globalization;

namespace Lightning;

/// <summary>What <see cref="Tuner.lr_find"/> measured: the smoothed loss at each learning rate.</summary>
/// <remarks>Python: <c>lightning.pytorch.tuner.lr_finder._LRFinder</c>.</remarks>
public sealed class LRFinder
{
    private readonly List<double> _rates = [];
    private readonly List<double> _losses = [];

    internal LRFinder(string mode, double lr_min, double lr_max, int num_training)
    {
        this.mode = mode;
        this.lr_min = lr_min;
        this.lr_max = lr_max;
        this.num_training = num_training;
    }

    /// <summary>"exponential" or "linear": how the learning rate went from step to step.</summary>
    public string mode { get; }

    /// <summary>The first learning rate.</summary>
    public double lr_min { get; }

    /// <summary>The last learning rate.</summary>
    public double lr_max { get; }

    /// <summary>How many steps the whole way takes.</summary>
    public int num_training { get; }

    /// <summary>The learning rates of the steps that were taken.</summary>
    public IReadOnlyList<double> lr => _rates;

    /// <summary>The smoothed losses after these steps.</summary>
    public IReadOnlyList<double> loss => _losses;

    /// <summary>The learning rate at which the loss falls steepest.</summary>
    /// <param name="skip_begin">How many of the first steps not to look at.</param>
    /// <param name="skip_end">How many of the last steps not to look at.</param>
    /// <returns>The learning rate; null, with a warning, where fewer than two steps are left.</returns>
    public double? suggestion(int skip_begin = 10, int skip_end = 1) => Suggested(skip_begin, skip_end) is { } index ? _rates[index] : null;

    /// <summary>Takes what the first process measured, so that all suggest the same.</summary>
    internal void TakeFirst(Strategy strategy)
    {
        if (strategy.world_size == 1)
        {
            return;
        }

        var (rates, losses) = (Given(_rates), Given(_losses));
        _rates.Clear();
        _rates.AddRange(rates);
        _losses.Clear();
        _losses.AddRange(losses);

        List<double> Given(List<double> own) =>
            [.. ((System.Collections.IEnumerable)strategy.broadcast<object>(own.ConvertAll(value => (object?)value))).Cast<object>().Select(Convert.ToDouble)];
    }

    /// <summary>Draws the losses over the learning rates into an SVG file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suggest">Whether to point out the suggestion; default true.</param>
    public void plot(string path, bool suggest = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (double, double, string)? mark = suggest && Suggested(10, 1) is { } index
            ? (_rates[index], _losses[index], $"suggested: {_rates[index].ToString("G3", CultureInfo.InvariantCulture)}")
            : null;
        var chart = new SvgChart
        {
            Title = "Loss by learning rate",
            XLabel = "learning rate",
            Lines = [new ChartLine("smoothed loss", [.. _rates.Zip(_losses)])],
            LogX = mode == "exponential",
            WholeX = false,
            Paper = true,
            Mark = mark,
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WholeFile.Write(path, chart.Draw());
    }

    /// <summary>The learning rate of a step, from 0.</summary>
    internal double Rate(int step)
    {
        var share = (double)step / Math.Max(num_training - 1, 1);
        return mode == "exponential" ? lr_min * Math.Pow(lr_max / lr_min, share) : lr_min + (share * (lr_max - lr_min));
    }

    internal void Add(double rate, double smoothed)
    {
        _rates.Add(rate);
        _losses.Add(smoothed);
    }

    private int? Suggested(int skipBegin, int skipEnd)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skipBegin);
        ArgumentOutOfRangeException.ThrowIfNegative(skipEnd);
        var finite = Enumerable.Range(0, _losses.Count).Where(index => index >= skipBegin && index < _losses.Count - skipEnd && double.IsFinite(_losses[index])).ToList();
        if (finite.Count < 2)
        {
            L.rank_zero_warn(
                $"lr_find measured {_losses.Count} losses, of which {finite.Count} are left without the first {skipBegin} and the last {skipEnd}: too few to suggest a learning rate. Raise num_training.");
            return null;
        }

        // Slopes by step, which are slopes by the logarithm of the learning rate in exponential mode.
        var best = 0;
        for (var i = 1; i < finite.Count; i++)
        {
            best = Slope(i) < Slope(best) ? i : best;
        }

        return finite[best];

        double Slope(int place)
        {
            var (left, right) = (finite[Math.Max(place - 1, 0)], finite[Math.Min(place + 1, finite.Count - 1)]);
            return (_losses[right] - _losses[left]) / (right - left);
        }
    }
}
