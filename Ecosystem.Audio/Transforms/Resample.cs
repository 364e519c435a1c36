using static TorchSharp.torch;
using Module = TorchSharp.Transforms.Resample;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that brings sound, [..., time], to another sample rate.</summary>
            /// <param name="orig_freq">Samples per second of the sound.</param>
            /// <param name="new_freq">Wanted samples per second.</param>
            /// <param name="resampling_method">The window of the sinc; default Hann.</param>
            /// <param name="lowpass_filter_width">Zero crossings of the sinc on either side; more give a sharper cut-off. Default 6.</param>
            /// <param name="rolloff">The cut-off as a part of the lower Nyquist frequency; default 0.99.</param>
            /// <param name="beta">The Kaiser window's shape; 14.769656459379492 if null.</param>
            /// <param name="device">Where the kernel lies.</param>
            /// <param name="dtype">
            /// The type in which the kernel is computed and kept; if null, it is computed in double precision and kept in single.
            /// </param>
            /// <exception cref="ArgumentException">A rate, the width or the roll-off is not positive.</exception>
            public static Module Resample(
                int orig_freq = 16000, int new_freq = 16000, ResamplingMethod resampling_method = ResamplingMethod.sinc_interpolation,
                int lowpass_filter_width = 6, double rolloff = 0.99, double? beta = null, Device? device = null, ScalarType? dtype = null) =>
                new("Resample", orig_freq, new_freq, resampling_method, lowpass_filter_width, rolloff, beta, device, dtype);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>
    /// Brings sound to another sample rate. Python's <c>torchaudio.transforms.Resample</c>; the buffer is <c>kernel</c>, absent where both
    /// rates are the same.
    /// </summary>
    public sealed class Resample : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private readonly SincFilter filter;
        private readonly long? version;

        internal Resample(
            string name, int orig_freq, int new_freq, torchaudio.ResamplingMethod resampling_method, int lowpass_filter_width, double rolloff,
            double? beta, Device? device, ScalarType? dtype)
            : base(name)
        {
            filter = new SincFilter(orig_freq, new_freq, lowpass_filter_width, rolloff, resampling_method, beta);
            (this.orig_freq, this.new_freq) = (orig_freq, new_freq);
            if (orig_freq != new_freq)
            {
                using var computed = filter.Kernel(dtype, device);
                kernel = computed.to_type(dtype ?? ScalarType.Float32, copy: true);
                version = kernel.is_inference() ? null : kernel._version;
                register_buffer(nameof(kernel), kernel);
            }
        }

        /// <summary>Samples per second of the sound.</summary>
        public int orig_freq { get; }

        /// <summary>Samples per second of the result.</summary>
        public int new_freq { get; }

        /// <summary>The kernels, one for each new sample of a group; null where both rates are the same.</summary>
        public Tensor? kernel { get; }

        /// <summary>[..., time] to [..., ceil(time * new_freq / orig_freq)]; the waveform itself where both rates are the same.</summary>
        /// <exception cref="ArgumentException">The waveform is not floating-point or has no dimension.</exception>
        public override Tensor forward(Tensor waveform)
        {
            Require.Floating(waveform, nameof(Resample));
            Require.Dimensions(waveform, 1, "[..., time]", nameof(Resample));
            return kernel is null ? waveform.alias() : filter.Apply(waveform, kernel, changed: kernel.is_inference() || kernel._version != version);
        }
    }
}
