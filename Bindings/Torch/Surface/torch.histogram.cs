namespace TorchSharp;

/// <summary>The histograms whose number of bins follows from the data, and those that are written to tensors at hand.</summary>
public static partial class torch
{
    /// <summary>Counts elements in bins of equal width, as many as a rule says (numpy.histogram).</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">The rule.</param>
    /// <param name="range">The lower end of the first bin and the upper end of the last; the least and the greatest element when null.</param>
    /// <param name="density">Whether to give the density instead of counts.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, HistogramBinSelector bins, (double Low, double High)? range = null, bool density = false) =>
        histogram(input, HistogramBins.Count(input, bins, range), range, density: density);

    /// <summary>Counts elements in bins between given edges.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">The edges, ascending.</param>
    /// <param name="out_tensor">The counts and the edges.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    /// <summary>Counts elements in bins between given edges.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">The edges, ascending.</param>
    /// <param name="weight">What each element counts; one when null.</param>
    /// <param name="density">Whether to give the density instead of counts.</param>
    /// <param name="out_tensor">The counts and the edges.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, Tensor bins, Tensor? weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, weight, density);

    /// <summary>Counts elements in bins of equal width.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="out_tensor">The counts and the edges.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    /// <summary>Counts elements in bins of equal width.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="range">The lower end of the first bin and the upper end of the last; the least and the greatest element when null.</param>
    /// <param name="out_tensor">The counts and the edges.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double Low, double High)? range, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range);

    /// <summary>Counts elements in bins of equal width.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="range">The lower end of the first bin and the upper end of the last; the least and the greatest element when null.</param>
    /// <param name="weight">What each element counts; one when null.</param>
    /// <param name="density">Whether to give the density instead of counts.</param>
    /// <param name="out_tensor">The counts and the edges.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double Low, double High)? range, Tensor? weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range, weight, density);
}
