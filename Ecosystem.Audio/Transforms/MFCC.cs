using TorchSharp.Transforms;
using static TorchSharp.torch;
using Module = TorchSharp.Transforms.MFCC;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from sound, [..., time], to mel-frequency cepstral coefficients, [..., n_mfcc, frames].</summary>
            /// <param name="sample_rate">Samples per second of the sound.</param>
            /// <param name="n_mfcc">Number of coefficients, at most the number of mel bands.</param>
            /// <param name="dct_type">Type of the discrete cosine transform; 2 is the only one.</param>
            /// <param name="norm">How the transform is scaled; default orthonormal.</param>
            /// <param name="log_mels">Whether ln(mel + 1e-6) is transformed; by default it is decibels, at most 80 below the maximum.</param>
            /// <param name="melkwargs">Settings of the mel spectrogram; its defaults if null.</param>
            /// <exception cref="ArgumentException">A number is out of range.</exception>
            public static Module MFCC(
                int sample_rate = 16000, int n_mfcc = 40, int dct_type = 2, DCTNorm norm = DCTNorm.ortho, bool log_mels = false,
                MelSpectrogramOptions? melkwargs = null) => new(sample_rate, n_mfcc, dct_type, norm, log_mels, melkwargs ?? new());
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>
    /// Mel-frequency cepstral coefficients of a sound. Python's <c>torchaudio.transforms.MFCC</c>; the buffers are <c>dct_mat</c>,
    /// <c>MelSpectrogram.spectrogram.window</c> and <c>MelSpectrogram.mel_scale.fb</c>.
    /// </summary>
    public sealed class MFCC : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private readonly Cepstrum cepstrum;

        internal MFCC(int sample_rate, int n_mfcc, int dct_type, torchaudio.DCTNorm norm, bool log_mels, MelSpectrogramOptions melkwargs)
            : base(nameof(MFCC))
        {
            Cepstrum.RequireCoefficients(n_mfcc, "n_mfcc", melkwargs.n_mels, "mel bands", dct_type, nameof(MFCC));
            (this.sample_rate, this.n_mfcc, this.log_mels) = (sample_rate, n_mfcc, log_mels);
            MelSpectrogram = new MelSpectrogram(
                nameof(MelSpectrogram), sample_rate, melkwargs.n_fft, melkwargs.win_length, melkwargs.hop_length, melkwargs.f_min, melkwargs.f_max,
                melkwargs.pad, melkwargs.n_mels, melkwargs.window_fn, melkwargs.power, melkwargs.normalized, melkwargs.center, melkwargs.pad_mode,
                melkwargs.norm, melkwargs.mel_scale);
            dct_mat = torchaudio.functional.create_dct(n_mfcc, checked((int)melkwargs.n_mels), norm);
            cepstrum = new Cepstrum(dct_mat, log_mels);
            register_buffer(nameof(dct_mat), dct_mat);
            register_module(nameof(MelSpectrogram), MelSpectrogram);
        }

        /// <summary>Samples per second of the sound.</summary>
        public int sample_rate { get; }

        /// <summary>Number of coefficients.</summary>
        public int n_mfcc { get; }

        /// <summary>Whether logarithms are transformed rather than decibels.</summary>
        public bool log_mels { get; }

        /// <summary>The transform's matrix, [n_mels, n_mfcc].</summary>
        public Tensor dct_mat { get; }

        /// <summary>The first step.</summary>
        public MelSpectrogram MelSpectrogram { get; }

        /// <summary>[..., time] to [..., n_mfcc, frames].</summary>
        /// <inheritdoc cref="torchaudio.functional.spectrogram"/>
        public override Tensor forward(Tensor waveform)
        {
            using var bands = MelSpectrogram.call(waveform);
            return cepstrum.Of(bands);
        }
    }
}
