using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        private const double LeastMagnitude = 1e-16;

        /// <summary>
        /// A waveform whose spectrogram comes close to a given one without phases ("A fast Griffin-Lim algorithm", Perraudin and others, 2013):
        /// transforms back and forth, keeping the phases and restoring the magnitudes.
        /// </summary>
        /// <param name="specgram">Magnitudes to a power, [..., freq, frames]; floating-point.</param>
        /// <param name="window">The window, [win_length].</param>
        /// <param name="n_fft">Length of a frame in samples.</param>
        /// <param name="hop_length">Samples from frame to frame.</param>
        /// <param name="win_length">Length of the window.</param>
        /// <param name="power">The exponent that the magnitudes have: 1 or 2.</param>
        /// <param name="n_iter">How often.</param>
        /// <param name="momentum">How far each step leaps ahead, in [0, 1); 0 is the original algorithm.</param>
        /// <param name="length">Samples of the result; null gives what the frames cover.</param>
        /// <param name="rand_init">Whether the phases start at random, or at 0.</param>
        /// <returns>[..., time].</returns>
        /// <exception cref="ArgumentException">The momentum or a length is out of range, or the spectrogram is not floating-point.</exception>
        public static Tensor griffinlim(
            Tensor specgram, Tensor window, long n_fft, long hop_length, long win_length, double power, int n_iter, double momentum, long? length,
            bool rand_init)
        {
            Require.Floating(specgram, nameof(griffinlim));
            Require.Dimensions(specgram, 2, "[..., freq, frames]", nameof(griffinlim));
            Require.Frames(n_fft, win_length, hop_length, 0, nameof(griffinlim));
            Require.Positive(power, nameof(griffinlim));
            Require.NotNegative(n_iter, nameof(griffinlim));
            if (!(momentum is >= 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "griffinlim: momentum lies in [0, 1).");
            }

            var leap = momentum / (1 + momentum);
            using var scope = NewDisposeScope();
            var shape = specgram.shape;
            var magnitudes = specgram.reshape(-1, shape[^2], shape[^1]).pow(1 / power);
            var type = magnitudes.dtype == ScalarType.Float64 ? ScalarType.ComplexFloat64 : ScalarType.ComplexFloat32;
            var phases = rand_init ? DrawUnit(magnitudes.shape, type, magnitudes.device) : torch.ones(magnitudes.shape, type, magnitudes.device);
            Tensor Sound(Tensor angles) => torch.istft(magnitudes * angles, n_fft, hop_length, win_length, window, length: length ?? -1);

            Tensor? before = null;
            for (var i = 0; i < n_iter; i++)
            {
                // What a step needs lives until the next: recorded gradients keep their own references.
                using var step = NewDisposeScope();
                var rebuilt = torch.stft(Sound(phases), n_fft, hop_length, win_length, window, return_complex: true);
                var ahead = before is null || leap == 0 ? rebuilt : rebuilt - (before * leap);
                var next = ahead / (ahead.abs() + LeastMagnitude);
                phases.Dispose();
                before?.Dispose();
                (phases, before) = (next.MoveToOuterDisposeScope(), rebuilt.MoveToOuterDisposeScope());
            }

            var waveform = Sound(phases);
            return waveform.reshape([.. shape.AsSpan()[..^2], waveform.shape[^1]]).MoveToOuterDisposeScope();
        }
    }
}
