namespace Lightning.Metrics;

// Metrics of pictures.
public static partial class functional
{
    /// <summary>The value of <see cref="PeakSignalNoiseRatio"/> over one batch, with the same arguments.</summary>
    public static Tensor peak_signal_noise_ratio(Tensor preds, Tensor target, double? data_range = null, double @base = 10) =>
        Of(new PeakSignalNoiseRatio(data_range, @base), preds, target);

    /// <summary>The value of <see cref="StructuralSimilarityIndexMeasure"/> over one batch, with the same arguments.</summary>
    public static Tensor structural_similarity_index_measure(
        Tensor preds, Tensor target, double data_range = 1, bool gaussian_kernel = true, double sigma = 1.5, int kernel_size = 11,
        string? reduction = "elementwise_mean", double k1 = 0.01, double k2 = 0.03) =>
        Of(new StructuralSimilarityIndexMeasure(data_range, gaussian_kernel, sigma, kernel_size, reduction, k1, k2), preds, target);
}
