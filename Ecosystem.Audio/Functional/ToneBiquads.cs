using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Raises or lowers a band: a two-pole peaking equalizer.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="center_freq">Central frequency in hertz.</param>
        /// <param name="gain">Gain in decibels.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor equalizer_biquad(Tensor waveform, int sample_rate, double center_freq, double gain, double Q = 0.707)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return equalizer_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, center_freq), BiquadDesign.Setting(waveform, gain), BiquadDesign.Setting(waveform, Q))
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="equalizer_biquad(Tensor, int, double, double, double)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor equalizer_biquad(Tensor waveform, int sample_rate, Tensor center_freq, Tensor gain, Tensor? Q = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, center_freq, double.NaN), nameof(equalizer_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            var root = BiquadDesign.RootGain(BiquadDesign.Setting(waveform, gain, 0));
            return design.Filter(
                1 + (alpha * root), design.Cosine * -2, 1 - (alpha * root), 1 + (alpha / root), design.Cosine * -2, 1 - (alpha / root))
                .MoveToOuterDisposeScope();
        }

        /// <summary>Raises or lowers the lows: a two-pole low shelf.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="gain">Gain in decibels.</param>
        /// <param name="central_freq">Central frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor bass_biquad(Tensor waveform, int sample_rate, double gain, double central_freq = 100, double Q = 0.707)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return bass_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, gain), BiquadDesign.Setting(waveform, central_freq), BiquadDesign.Setting(waveform, Q))
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="bass_biquad(Tensor, int, double, double, double)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor bass_biquad(Tensor waveform, int sample_rate, Tensor gain, Tensor? central_freq = null, Tensor? Q = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq, 100), nameof(bass_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            var root = BiquadDesign.RootGain(BiquadDesign.Setting(waveform, gain, 0));
            return design.Shelf(root, alpha, high: false).MoveToOuterDisposeScope();
        }

        /// <summary>Raises or lowers the highs: a two-pole high shelf.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="gain">Gain in decibels.</param>
        /// <param name="central_freq">Central frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor treble_biquad(Tensor waveform, int sample_rate, double gain, double central_freq = 3000, double Q = 0.707)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return treble_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, gain), BiquadDesign.Setting(waveform, central_freq), BiquadDesign.Setting(waveform, Q))
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="treble_biquad(Tensor, int, double, double, double)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor treble_biquad(Tensor waveform, int sample_rate, Tensor gain, Tensor? central_freq = null, Tensor? Q = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq, 3000), nameof(treble_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            var root = BiquadDesign.RootGain(BiquadDesign.Setting(waveform, gain, 0));
            return design.Shelf(root, alpha, high: true).MoveToOuterDisposeScope();
        }

        /// <summary>Lets a band through, falling off smoothly on either side: a two-pole resonator as SoX's "band".</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="central_freq">Central frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <param name="noise">Whether the gain suits noise rather than a tone; default a tone.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor band_biquad(Tensor waveform, int sample_rate, double central_freq, double Q = 0.707, bool noise = false)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return band_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq), BiquadDesign.Setting(waveform, Q), noise)
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="band_biquad(Tensor, int, double, double, bool)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor band_biquad(Tensor waveform, int sample_rate, Tensor central_freq, Tensor? Q = null, bool noise = false)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq, double.NaN), nameof(band_biquad));
            var width = BiquadDesign.Setting(waveform, central_freq, double.NaN) / BiquadDesign.Setting(waveform, Q, 0.707);
            var a2 = (width * (-2 * Math.PI) / sample_rate).exp();
            var a1 = a2 * -4 / (1 + a2) * design.Cosine;
            var b0 = noise
                ? (((1 + a2).square() - a1.square()) * (1 - a2) / (1 + a2)).sqrt()
                : (1 - (a1.square() / (a2 * 4))).sqrt() * (1 - a2);
            var zero = torch.zeros_like(b0);
            return design.Filter(b0, zero, zero, torch.ones_like(b0), a1, a2).MoveToOuterDisposeScope();
        }
    }
}
