using TorchSharp.Transforms;
using static TorchSharp.torch;
using Module = TorchSharp.Transforms.LFCC;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from sound, [..., time], to linear-frequency cepstral coefficients, [..., n_lfcc, frames].</summary>
            /// <param name="sample_rate">Samples per second of the sound.</param>
            /// <param name="n_filter">Number of bands.</param>
            /// <param name="f_min">Lower edge of the first band in hertz.</param>
            /// <param name="f_max">Upper edge of the last band in hertz; half the sample rate, rounded down, if null.</param>
            /// <param name="n_lfcc">Number of coefficients, at most n_fft.</param>
            /// <param name="dct_type">Type of the discrete cosine transform; 2 is the only one.</param>
            /// <param name="norm">How the transform is scaled; default orthonormal.</param>
            /// <param name="log_lf">Whether ln(x + 1e-6) is transformed; by default it is decibels, at most 80 below the maximum.</param>
            /// <param name="speckwargs">Settings of the spectrogram; its defaults if null.</param>
            /// <exception cref="ArgumentException">A number is out of range.</exception>
            public static Module LFCC(
                int sample_rate = 16000, int n_filter = 128, double f_min = 0.0, double? f_max = null, int n_lfcc = 40, int dct_type = 2,
                DCTNorm norm = DCTNorm.ortho, bool log_lf = false, SpectrogramOptions? speckwargs = null) =>
                new(sample_rate, n_filter, f_min, f_max, n_lfcc, dct_type, norm, log_lf, speckwargs ?? new());
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>
    /// Linear-frequency cepstral coefficients of a sound. Python's <c>torchaudio.transforms.LFCC</c>; the buffers are <c>filter_mat</c>,
    /// <c>dct_mat</c> and <c>Spectrogram.window</c>.
    /// </summary>
    public sealed class LFCC : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private readonly Cepstrum cepstrum;

        internal LFCC(
            int sample_rate, int n_filter, double f_min, double? f_max, int n_lfcc, int dct_type, torchaudio.DCTNorm norm, bool log_lf,
            SpectrogramOptions speckwargs)
            : base(nameof(LFCC))
        {
            Cepstrum.RequireCoefficients(n_lfcc, "n_lfcc", speckwargs.n_fft, "samples of a frame", dct_type, nameof(LFCC));
            (this.sample_rate, this.n_filter, this.n_lfcc, this.log_lf) = (sample_rate, n_filter, n_lfcc, log_lf);
            var (low, high) = MelBand.Of(sample_rate, f_min, f_max, nameof(LFCC));
            Spectrogram = new Spectrogram(
                nameof(Spectrogram), speckwargs.n_fft, speckwargs.win_length, speckwargs.hop_length, speckwargs.pad, speckwargs.window_fn, null,
                speckwargs.power, speckwargs.normalized, speckwargs.center, speckwargs.pad_mode);
            filter_mat = torchaudio.functional.linear_fbanks(checked((int)speckwargs.n_fft / 2) + 1, low, high, n_filter, sample_rate);
            dct_mat = torchaudio.functional.create_dct(n_lfcc, n_filter, norm);
            cepstrum = new Cepstrum(dct_mat, log_lf);
            register_buffer(nameof(filter_mat), filter_mat);
            register_buffer(nameof(dct_mat), dct_mat);
            register_module(nameof(Spectrogram), Spectrogram);
        }

        /// <summary>Samples per second of the sound.</summary>
        public int sample_rate { get; }

        /// <summary>Number of bands.</summary>
        public int n_filter { get; }

        /// <summary>Number of coefficients.</summary>
        public int n_lfcc { get; }

        /// <summary>Whether logarithms are transformed rather than decibels.</summary>
        public bool log_lf { get; }

        /// <summary>The bands, [n_fft / 2 + 1, n_filter].</summary>
        public Tensor filter_mat { get; }

        /// <summary>The transform's matrix, [n_filter, n_lfcc].</summary>
        public Tensor dct_mat { get; }

        /// <summary>The first step.</summary>
        public Spectrogram Spectrogram { get; }

        /// <summary>[..., time] to [..., n_lfcc, frames].</summary>
        /// <inheritdoc cref="torchaudio.functional.spectrogram"/>
        public override Tensor forward(Tensor waveform)
        {
            using var specgram = Spectrogram.call(waveform);
            using var bands = Bands.Sum(specgram, filter_mat);
            return cepstrum.Of(bands);
        }
    }
}
