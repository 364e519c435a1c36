using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>A matrix applied along the frequencies of a spectrogram: filter banks and cosine transforms.</summary>
internal static class Bands
{
    /// <summary>[..., freq, time] and [freq, bands] to [..., bands, time].</summary>
    public static Tensor Sum(Tensor specgram, Tensor matrix)
    {
        // Frames are contiguous in what the transform gives: seen as rows, they are multiplied without a copy.
        using var frames = specgram.transpose(-1, -2);
        using var bands = torch.matmul(frames, matrix);
        return bands.transpose(-1, -2);
    }

    /// <exception cref="ArgumentException">The spectrogram has fewer than two dimensions or another number of frequencies.</exception>
    public static void RequireFrequencies(Tensor specgram, Tensor matrix, string module)
    {
        Require.Dimensions(specgram, 2, "[..., freq, time]", module);
        if (specgram.shape[^2] != matrix.shape[0])
        {
            throw new ArgumentException(
                $"{module} was made for {matrix.shape[0]} frequencies (n_stft), but the specgram is {Require.Describe(specgram)}.", nameof(specgram));
        }
    }
}
