using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>The waveform of a complex spectrogram, by the inverse short-time Fourier transform.</summary>
        /// <param name="spectrogram">The complex spectrum, [..., freq, frames].</param>
        /// <param name="length">Samples of the result; null gives what the frames cover.</param>
        /// <param name="pad">Zeros that were added at both ends; they are cut off where <paramref name="length"/> is given.</param>
        /// <param name="window">The window, [win_length].</param>
        /// <param name="n_fft">Length of a frame in samples.</param>
        /// <param name="hop_length">Samples from frame to frame.</param>
        /// <param name="win_length">Length of the window.</param>
        /// <param name="normalized">How the spectrum was scaled: a boolean, "window" or "frame_length".</param>
        /// <param name="center">Whether the frames were centred.</param>
        /// <param name="pad_mode">Without effect: what was put around the sound is cut off.</param>
        /// <param name="onesided">Whether the spectrum has only n_fft / 2 + 1 frequencies.</param>
        /// <returns>[..., time].</returns>
        /// <exception cref="ArgumentException">The spectrum is not complex or has fewer than two dimensions.</exception>
        /// <exception cref="TorchException">The window leaves samples uncovered, or the number of frequencies does not fit n_fft.</exception>
        public static Tensor inverse_spectrogram(
            Tensor spectrogram, long? length, long pad, Tensor window, long n_fft, long hop_length, long win_length, Normalization normalized,
            bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool onesided = true)
        {
            Require.Complex(spectrogram, nameof(inverse_spectrogram));
            Require.Dimensions(spectrogram, 2, "[..., freq, time]", nameof(inverse_spectrogram));
            Require.Frames(n_fft, win_length, hop_length, pad, nameof(inverse_spectrogram));
            using var scope = NewDisposeScope();
            var spectrum = normalized == Normalization.Window ? spectrogram * WindowNorm(window) : spectrogram;
            var shape = spectrum.shape;
            var waveform = torch.istft(
                spectrum.reshape(Product(shape.AsSpan()[..^2]), shape[^2], shape[^1]), n_fft, hop_length, win_length, window, center,
                normalized == Normalization.FrameLength, onesided, length is long wanted ? wanted + (2 * pad) : -1);
            if (length is not null && pad > 0)
            {
                waveform = waveform.narrow(-1, pad, waveform.shape[^1] - (2 * pad));
            }

            return waveform.reshape([.. shape.AsSpan()[..^2], waveform.shape[^1]]).MoveToOuterDisposeScope();
        }
    }
}
