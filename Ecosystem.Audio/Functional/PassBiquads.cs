using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Lets the lows through: a two-pole low-pass filter.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="cutoff_freq">Cut-off frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor lowpass_biquad(Tensor waveform, int sample_rate, double cutoff_freq, double Q = 0.707)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return lowpass_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, cutoff_freq), BiquadDesign.Setting(waveform, Q))
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="lowpass_biquad(Tensor, int, double, double)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor lowpass_biquad(Tensor waveform, int sample_rate, Tensor cutoff_freq, Tensor? Q = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, cutoff_freq, double.NaN), nameof(lowpass_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            var rest = 1 - design.Cosine;
            return design.Resonant(rest / 2, rest, rest / 2, alpha).MoveToOuterDisposeScope();
        }

        /// <summary>Lets the highs through: a two-pole high-pass filter.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="cutoff_freq">Cut-off frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor highpass_biquad(Tensor waveform, int sample_rate, double cutoff_freq, double Q = 0.707)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return highpass_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, cutoff_freq), BiquadDesign.Setting(waveform, Q))
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="highpass_biquad(Tensor, int, double, double)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor highpass_biquad(Tensor waveform, int sample_rate, Tensor cutoff_freq, Tensor? Q = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, cutoff_freq, double.NaN), nameof(highpass_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            var rest = 1 + design.Cosine;
            return design.Resonant(rest / 2, rest.neg(), rest / 2, alpha).MoveToOuterDisposeScope();
        }

        /// <summary>Turns the phase around a frequency and leaves the magnitude: a two-pole all-pass filter.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="central_freq">Central frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor allpass_biquad(Tensor waveform, int sample_rate, double central_freq, double Q = 0.707)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return allpass_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq), BiquadDesign.Setting(waveform, Q))
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="allpass_biquad(Tensor, int, double, double)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor allpass_biquad(Tensor waveform, int sample_rate, Tensor central_freq, Tensor? Q = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq, double.NaN), nameof(allpass_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            return design.Resonant(1 - alpha, design.Cosine * -2, 1 + alpha, alpha).MoveToOuterDisposeScope();
        }

        /// <summary>Lets a band through: a two-pole band-pass filter.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="central_freq">Central frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <param name="const_skirt_gain">Whether the skirt's gain is constant and the peak's is Q; by default the peak's is 0 dB.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor bandpass_biquad(Tensor waveform, int sample_rate, double central_freq, double Q = 0.707, bool const_skirt_gain = false)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return bandpass_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq), BiquadDesign.Setting(waveform, Q), const_skirt_gain)
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="bandpass_biquad(Tensor, int, double, double, bool)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor bandpass_biquad(Tensor waveform, int sample_rate, Tensor central_freq, Tensor? Q = null, bool const_skirt_gain = false)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq, double.NaN), nameof(bandpass_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            var peak = const_skirt_gain ? design.Sine / 2 : alpha;
            return design.Resonant(peak, torch.zeros_like(peak), peak.neg(), alpha).MoveToOuterDisposeScope();
        }

        /// <summary>Stops a band: a two-pole band-reject filter.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="central_freq">Central frequency in hertz.</param>
        /// <param name="Q">Quality: central frequency over bandwidth. Default 0.707.</param>
        /// <returns>The sound filtered and limited to [-1, 1].</returns>
        /// <exception cref="ArgumentException">The sound's type is another one, or the rate is not positive.</exception>
        public static Tensor bandreject_biquad(Tensor waveform, int sample_rate, double central_freq, double Q = 0.707)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            return bandreject_biquad(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq), BiquadDesign.Setting(waveform, Q))
                .MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="bandreject_biquad(Tensor, int, double, double)"/>
        /// <remarks>Gradients flow to the settings, tensors of one element.</remarks>
        public static Tensor bandreject_biquad(Tensor waveform, int sample_rate, Tensor central_freq, Tensor? Q = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            var design = BiquadDesign.Of(waveform, sample_rate, BiquadDesign.Setting(waveform, central_freq, double.NaN), nameof(bandreject_biquad));
            var alpha = design.Alpha(BiquadDesign.Setting(waveform, Q, 0.707));
            var one = torch.ones_like(alpha);
            return design.Resonant(one, design.Cosine * -2, one, alpha).MoveToOuterDisposeScope();
        }
    }
}
