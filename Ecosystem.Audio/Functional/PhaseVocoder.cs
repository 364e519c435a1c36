using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Stretches a complex spectrogram in time without changing its pitch.</summary>
        /// <param name="complex_specgrams">The spectrum, [..., freq, frames].</param>
        /// <param name="rate">How much faster it becomes; below 1 slower.</param>
        /// <param name="phase_advance">How far each frequency's phase is expected to turn from frame to frame, [freq, 1], in radians.</param>
        /// <returns>[..., freq, ceil(frames / rate)]; the spectrum itself at rate 1.</returns>
        /// <exception cref="ArgumentException">The spectrum is not complex, or the rate is not positive.</exception>
        public static Tensor phase_vocoder(Tensor complex_specgrams, double rate, Tensor phase_advance)
        {
            Require.Complex(complex_specgrams, nameof(phase_vocoder));
            Require.Dimensions(complex_specgrams, 2, "[..., freq, frames]", nameof(phase_vocoder));
            Require.Positive(rate, nameof(phase_vocoder));
            if (rate == 1)
            {
                return complex_specgrams.alias();
            }

            using var scope = NewDisposeScope();
            var type = complex_specgrams.dtype == ScalarType.ComplexFloat64 ? ScalarType.Float64 : ScalarType.Float32;
            var times = torch.arange(0, complex_specgrams.shape[^1], rate, dtype: type, device: complex_specgrams.device);
            var between = times % 1.0;
            var first = complex_specgrams.narrow(-1, 0, 1).angle();
            var longer = nn.functional.pad(complex_specgrams, (0, 2));
            var before = longer.index_select(-1, times.to_type(ScalarType.Int64));
            var after = longer.index_select(-1, (times + 1).to_type(ScalarType.Int64));

            // What the phase turns more than expected lies within half a turn either way.
            var turn = after.angle() - before.angle() - phase_advance;
            turn = turn - ((turn / (2 * Math.PI)).round() * (2 * Math.PI)) + phase_advance;
            var phase = torch.cat([first, turn.narrow(-1, 0, turn.shape[^1] - 1)], -1).cumsum(-1);
            var magnitude = (between * after.abs()) + ((1 - between) * before.abs());
            return torch.polar(magnitude, phase).MoveToOuterDisposeScope();
        }
    }
}
