using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Filters a sound by a second-order section; limits the result to [-1, 1].</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="b0">The numerator's coefficient for the sample itself.</param>
        /// <param name="b1">For the one before.</param>
        /// <param name="b2">For the one before that.</param>
        /// <param name="a0">The denominator's coefficient for the result's sample itself; typically 1.</param>
        /// <param name="a1">For the one before.</param>
        /// <param name="a2">For the one before that.</param>
        /// <exception cref="ArgumentException">The sound's type is another one.</exception>
        public static Tensor biquad(Tensor waveform, double b0, double b1, double b2, double a0, double a1, double a2)
        {
            Require.Floating(waveform, nameof(biquad));
            using var scope = NewDisposeScope();
            var numerator = torch.tensor([b0, b1, b2], dtype: waveform.dtype, device: waveform.device);
            var denominator = torch.tensor([a0, a1, a2], dtype: waveform.dtype, device: waveform.device);
            return lfilter(waveform, denominator, numerator).MoveToOuterDisposeScope();
        }

        /// <summary>Undoes the pre-emphasis of CDs and DAT (50/15 microseconds), as SoX's "deemph".</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">44100 or 48000.</param>
        /// <exception cref="ArgumentException">Another rate or type.</exception>
        public static Tensor deemph_biquad(Tensor waveform, int sample_rate)
        {
            // A high shelf, fitted for each rate: frequency, slope and gain.
            var (frequency, slope, gain) = sample_rate switch
            {
                44100 => (5283.0, 0.4845, -9.477),
                48000 => (5356.0, 0.479, -9.62),
                _ => throw new ArgumentOutOfRangeException(nameof(sample_rate), sample_rate, "deemph_biquad is made for 44100 (CD) and 48000 (DAT) hertz."),
            };
            var angle = 2 * Math.PI * frequency / sample_rate;
            var root = Math.Exp(gain / 40 * Math.Log(10));
            var alpha = Math.Sin(angle) / 2 * Math.Sqrt(((root + (1 / root)) * ((1 / slope) - 1)) + 2);
            var width = 2 * Math.Sqrt(root) * alpha;
            var (less, more) = ((root - 1) * Math.Cos(angle), (root + 1) * Math.Cos(angle));
            return biquad(
                waveform, root * (root + 1 + less + width), -2 * root * (root - 1 + more), root * (root + 1 + less - width), root + 1 - less + width,
                2 * (root - 1 - more), root + 1 - less - width);
        }

        /// <summary>Undoes the recording curve of vinyl records (RIAA), with 0 dB at 1 kHz, as SoX's "riaa".</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">44100, 48000, 88200 or 96000.</param>
        /// <exception cref="ArgumentException">Another rate or type.</exception>
        public static Tensor riaa_biquad(Tensor waveform, int sample_rate)
        {
            var (zero1, zero2, pole1, pole2) = sample_rate switch
            {
                44100 => (-0.2014898, 0.9233820, 0.7083149, 0.9924091),
                48000 => (-0.1766069, 0.9321590, 0.7396325, 0.9931330),
                88200 => (-0.1168735, 0.9648312, 0.8590646, 0.9964002),
                96000 => (-0.1141486, 0.9676817, 0.8699137, 0.9966946),
                _ => throw new ArgumentOutOfRangeException(nameof(sample_rate), sample_rate, "riaa_biquad is made for 44100, 48000, 88200 and 96000 hertz."),
            };
            var (b1, b2) = (-(zero1 + zero2), zero1 * zero2);
            var (a1, a2) = (-(pole1 + pole2), pole1 * pole2);
            var kilohertz = 2 * Math.PI * 1000 / sample_rate;
            var gain = Magnitude(a1, a2, kilohertz) / Magnitude(b1, b2, kilohertz);
            return biquad(waveform, gain, b1 * gain, b2 * gain, 1, a1, a2);
        }

        /// <summary>|1 + c1 / z + c2 / z^2| on the unit circle.</summary>
        private static double Magnitude(double c1, double c2, double angle)
        {
            var delay = System.Numerics.Complex.FromPolarCoordinates(1, -angle);
            return System.Numerics.Complex.Abs(1 + (c1 * delay) + (c2 * delay * delay));
        }
    }
}
