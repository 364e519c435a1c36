using static TorchSharp.torch;
using Module = TorchSharp.Transforms.MelSpectrogram;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from sound, [..., time], to its mel spectrogram, [..., n_mels, frames].</summary>
            /// <param name="sample_rate">Samples per second of the sound.</param>
            /// <param name="n_fft">Length of a frame in samples.</param>
            /// <param name="win_length">Length of the window; n_fft if null.</param>
            /// <param name="hop_length">Samples from frame to frame; half of the window if null.</param>
            /// <param name="f_min">Lower edge of the first band in hertz.</param>
            /// <param name="f_max">Upper edge of the last band in hertz; half the sample rate, rounded down, if null.</param>
            /// <param name="pad">Zeros added at both ends first.</param>
            /// <param name="n_mels">Number of mel bands.</param>
            /// <param name="window_fn">Makes the window; periodic Hann if null.</param>
            /// <param name="power">Exponent of the magnitude: 1 for magnitude, 2 (the default) for power.</param>
            /// <param name="normalized">How the spectrum is scaled: a boolean, "window" or "frame_length"; default not at all.</param>
            /// <param name="center">Whether frame t is centred at sample t * hop_length (the default), or begins there.</param>
            /// <param name="pad_mode">What is put around the sound where frames are centred; default its reflection.</param>
            /// <param name="onesided">Without effect: mel bands are summed from the frequencies up to half the sample rate.</param>
            /// <param name="norm">How the bands are scaled; default not at all.</param>
            /// <param name="mel_scale">The formula of mel; default HTK's.</param>
            /// <exception cref="ArgumentException">A length, count or rate is not positive, or the edges are in the wrong order.</exception>
            public static Module MelSpectrogram(
                long sample_rate = 16000, long n_fft = 400, long? win_length = null, long? hop_length = null, double f_min = 0.0,
                double? f_max = null, long pad = 0, long n_mels = 128, WindowFunction? window_fn = null, double power = 2.0,
                Normalization normalized = default, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool onesided = true,
                MelNorm norm = MelNorm.none, torchaudio.MelScale mel_scale = torchaudio.MelScale.htk) =>
                new("MelSpectrogram", sample_rate, n_fft, win_length, hop_length, f_min, f_max, pad, n_mels, window_fn, power, normalized, center,
                    pad_mode, norm, mel_scale);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>
    /// The mel spectrogram of a sound: <see cref="Spectrogram"/>, then <see cref="MelScale"/>. Python's
    /// <c>torchaudio.transforms.MelSpectrogram</c>; the buffers are <c>spectrogram.window</c> and <c>mel_scale.fb</c>.
    /// </summary>
    public sealed class MelSpectrogram : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal MelSpectrogram(
            string name, long sample_rate, long n_fft, long? win_length, long? hop_length, double f_min, double? f_max, long pad, long n_mels,
            torchaudio.WindowFunction? window_fn, double power, torchaudio.Normalization normalized, bool center, PaddingModes pad_mode,
            torchaudio.MelNorm norm, torchaudio.MelScale mel_scale)
            : base(name)
        {
            (this.sample_rate, this.pad, this.power, this.normalized, this.n_mels) = (sample_rate, pad, power, normalized, n_mels);
            (this.f_min, this.f_max) = (f_min, f_max);
            MelBand.Of(sample_rate, f_min, f_max, nameof(MelSpectrogram));
            spectrogram = new Spectrogram(
                nameof(Spectrogram), n_fft, win_length, hop_length, pad, window_fn, null, power, normalized, center, pad_mode);
            this.mel_scale = new MelScale(nameof(MelScale), n_mels, sample_rate, f_min, f_max, (n_fft / 2) + 1, norm, mel_scale);
            register_module(nameof(spectrogram), spectrogram);
            register_module(nameof(mel_scale), this.mel_scale);
        }

        /// <summary>Samples per second of the sound.</summary>
        public long sample_rate { get; }

        /// <summary>Length of a frame in samples.</summary>
        public long n_fft => spectrogram.n_fft;

        /// <summary>Length of the window.</summary>
        public long win_length => spectrogram.win_length;

        /// <summary>Samples from frame to frame.</summary>
        public long hop_length => spectrogram.hop_length;

        /// <summary>Zeros added at both ends first.</summary>
        public long pad { get; }

        /// <summary>Exponent of the magnitude.</summary>
        public double power { get; }

        /// <summary>How the spectrum is scaled.</summary>
        public torchaudio.Normalization normalized { get; }

        /// <summary>Number of mel bands.</summary>
        public long n_mels { get; }

        /// <summary>Upper edge of the last band in hertz as it was given; null for half the sample rate.</summary>
        public double? f_max { get; }

        /// <summary>Lower edge of the first band in hertz.</summary>
        public double f_min { get; }

        /// <summary>The first step.</summary>
        public Spectrogram spectrogram { get; }

        /// <summary>The second step.</summary>
        public MelScale mel_scale { get; }

        /// <summary>[..., time] to [..., n_mels, frames].</summary>
        /// <inheritdoc cref="torchaudio.functional.spectrogram"/>
        public override Tensor forward(Tensor waveform)
        {
            using var specgram = spectrogram.call(waveform);
            return mel_scale.call(specgram);
        }
    }
}
