using static TorchSharp.torch;
using Module = TorchSharp.Transforms.MelScale;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from spectrograms, [..., freq, time], to mel spectrograms, [..., n_mels, time].</summary>
            /// <param name="n_mels">Number of mel bands.</param>
            /// <param name="sample_rate">Samples per second of the sound.</param>
            /// <param name="f_min">Lower edge of the first band in hertz.</param>
            /// <param name="f_max">Upper edge of the last band in hertz; half the sample rate, rounded down, if null.</param>
            /// <param name="n_stft">Number of frequencies of the spectrogram: n_fft / 2 + 1.</param>
            /// <param name="norm">How the bands are scaled; default not at all.</param>
            /// <param name="mel_scale">The formula of mel; default HTK's.</param>
            /// <exception cref="ArgumentException">A count or the rate is not positive, or the lowest edge lies above the highest.</exception>
            public static Module MelScale(
                long n_mels = 128, long sample_rate = 16000, double f_min = 0.0, double? f_max = null, long n_stft = 201,
                MelNorm norm = MelNorm.none, torchaudio.MelScale mel_scale = torchaudio.MelScale.htk) =>
                new("MelScale", n_mels, sample_rate, f_min, f_max, n_stft, norm, mel_scale);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Sums a spectrogram's frequencies to mel bands. Python's <c>torchaudio.transforms.MelScale</c>; the buffer is <c>fb</c>.</summary>
    public sealed class MelScale : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal MelScale(
            string name, long n_mels, long sample_rate, double f_min, double? f_max, long n_stft, torchaudio.MelNorm norm,
            torchaudio.MelScale mel_scale)
            : base(name)
        {
            (this.n_mels, this.sample_rate, this.norm, this.mel_scale) = (n_mels, sample_rate, norm, mel_scale);
            (this.f_min, this.f_max) = MelBand.Of(sample_rate, f_min, f_max, nameof(MelScale));
            fb = torchaudio.functional.melscale_fbanks(n_stft, this.f_min, this.f_max, n_mels, sample_rate, norm, mel_scale);
            register_buffer(nameof(fb), fb);
        }

        /// <summary>Number of mel bands.</summary>
        public long n_mels { get; }

        /// <summary>Samples per second of the sound.</summary>
        public long sample_rate { get; }

        /// <summary>Lower edge of the first band in hertz.</summary>
        public double f_min { get; }

        /// <summary>Upper edge of the last band in hertz.</summary>
        public double f_max { get; }

        /// <summary>How the bands are scaled.</summary>
        public torchaudio.MelNorm norm { get; }

        /// <summary>The formula of mel.</summary>
        public torchaudio.MelScale mel_scale { get; }

        /// <summary>The bands, [n_stft, n_mels].</summary>
        public Tensor fb { get; }

        /// <summary>[..., freq, time] to [..., n_mels, time].</summary>
        /// <exception cref="ArgumentException">The spectrogram has fewer than two dimensions or another number of frequencies.</exception>
        public override Tensor forward(Tensor specgram)
        {
            Bands.RequireFrequencies(specgram, fb, nameof(MelScale));
            return Bands.Sum(specgram, fb);
        }
    }
}
