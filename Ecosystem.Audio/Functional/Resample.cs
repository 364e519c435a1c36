using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Brings a sound to another sample rate by band-limited (windowed sinc) interpolation.</summary>
        /// <remarks>
        /// The kernel is computed in the waveform's own element type; <see cref="TorchSharp.Transforms.Resample"/> computes it once, in double
        /// precision, and is the one to use for many sounds. Where one thread computes and nothing
        /// is recorded for gradients, a sample that is not finite spoils the new samples within the kernel's reach only; otherwise, as in Python,
        /// zeros are multiplied with it too, and all of its group is spoilt.
        /// </remarks>
        /// <param name="waveform">The sound, [..., time]; floating-point.</param>
        /// <param name="orig_freq">Its samples per second.</param>
        /// <param name="new_freq">Wanted samples per second.</param>
        /// <param name="lowpass_filter_width">Zero crossings of the sinc on either side; more give a sharper cut-off. Default 6.</param>
        /// <param name="rolloff">The cut-off as a part of the lower Nyquist frequency; default 0.99.</param>
        /// <param name="resampling_method">The window; default Hann.</param>
        /// <param name="beta">The Kaiser window's shape; 14.769656459379492 if null.</param>
        /// <returns>[..., ceil(time * new_freq / orig_freq)]; the waveform itself where both rates are the same.</returns>
        /// <exception cref="ArgumentException">A rate is not positive, or the waveform is not floating-point.</exception>
        public static Tensor resample(
            Tensor waveform, int orig_freq, int new_freq, int lowpass_filter_width = 6, double rolloff = 0.99,
            ResamplingMethod resampling_method = ResamplingMethod.sinc_interpolation, double? beta = null)
        {
            Require.Positive(orig_freq, nameof(resample));
            Require.Positive(new_freq, nameof(resample));
            Require.Floating(waveform, nameof(resample));
            Require.Dimensions(waveform, 1, "[..., time]", nameof(resample));
            if (orig_freq == new_freq)
            {
                return waveform.alias();
            }

            var filter = new SincFilter(orig_freq, new_freq, lowpass_filter_width, rolloff, resampling_method, beta);
            using var kernel = filter.Kernel(waveform.dtype, waveform.device);
            return filter.Apply(waveform, kernel);
        }
    }
}
