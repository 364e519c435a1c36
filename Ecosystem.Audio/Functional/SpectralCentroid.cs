using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>The mean frequency of each frame, weighted by magnitude: how bright it sounds.</summary>
        /// <param name="waveform">The sound, [..., time]; floating-point.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="pad">Zeros added at both ends first.</param>
        /// <param name="window">The window, [win_length].</param>
        /// <param name="n_fft">Length of a frame in samples.</param>
        /// <param name="hop_length">Samples from frame to frame.</param>
        /// <param name="win_length">Length of the window.</param>
        /// <returns>Hertz, [..., frames]; NaN where a frame is silent.</returns>
        /// <inheritdoc cref="spectrogram"/>
        public static Tensor spectral_centroid(
            Tensor waveform, int sample_rate, long pad, Tensor window, long n_fft, long hop_length, long win_length)
        {
            Require.Positive(sample_rate, nameof(spectral_centroid));
            using var scope = NewDisposeScope();
            var magnitudes = spectrogram(waveform, pad, window, n_fft, hop_length, win_length, 1.0, false);
            var hertz = torch.linspace(0, sample_rate / 2, 1 + (n_fft / 2), device: magnitudes.device).reshape(-1, 1);
            return ((hertz * magnitudes).sum(-2) / magnitudes.sum(-2)).MoveToOuterDisposeScope();
        }
    }
}
