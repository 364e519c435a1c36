using static TorchSharp.torch;
using Module = TorchSharp.Transforms.Spectrogram;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        /// <summary>Signal processing as modules (Python's <c>torchaudio.transforms</c>).</summary>
        public static partial class transforms
        {
            /// <summary>Makes a module from sound, [..., time], to its spectrogram, [..., freq, frames].</summary>
            /// <param name="n_fft">Length of a frame in samples; gives n_fft / 2 + 1 frequencies.</param>
            /// <param name="win_length">Length of the window; n_fft if null.</param>
            /// <param name="hop_length">Samples from frame to frame; half of the window if null.</param>
            /// <param name="pad">Zeros added at both ends first.</param>
            /// <param name="window_fn">Makes the window; periodic Hann if null.</param>
            /// <param name="window">The window itself, in place of <paramref name="window_fn"/>.</param>
            /// <param name="power">Exponent of the magnitude: 1 for magnitude, 2 (the default) for power, null for the complex spectrum.</param>
            /// <param name="normalized">How the spectrum is scaled: a boolean, "window" or "frame_length"; default not at all.</param>
            /// <param name="center">Whether frame t is centred at sample t * hop_length (the default), or begins there.</param>
            /// <param name="pad_mode">What is put around the sound where frames are centred; default its reflection.</param>
            /// <param name="onesided">Whether only the frequencies that determine the others are given; default true.</param>
            /// <param name="return_complex">Without effect, as in Python; <paramref name="power"/> decides.</param>
            /// <exception cref="ArgumentException">A length is not positive, or the window does not fit into the frame.</exception>
            public static Module Spectrogram(
                long n_fft = 400, long? win_length = null, long? hop_length = null, long pad = 0, WindowFunction? window_fn = null,
                Tensor? window = null, double? power = 2.0, Normalization normalized = default, bool center = true,
                PaddingModes pad_mode = PaddingModes.Reflect, bool onesided = true, bool? return_complex = null) =>
                new("Spectrogram", n_fft, win_length, hop_length, pad, window_fn, window, power, normalized, center, pad_mode, onesided, return_complex);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>The spectrogram of a sound. Python's <c>torchaudio.transforms.Spectrogram</c>; the buffer is <c>window</c>.</summary>
    public sealed class Spectrogram : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private readonly FrameSettings frames;
        private readonly long pad;
        private readonly double? power;
        private readonly torchaudio.Normalization normalized;
        private readonly bool center;
        private readonly PaddingModes pad_mode;
        private readonly bool onesided;

        /// <inheritdoc cref="torchaudio.transforms.Spectrogram"/>
        public Spectrogram(
            string name, long n_fft = 400, long? win_length = null, long? hop_length = null, long pad = 0,
            torchaudio.WindowFunction? window_fn = null, Tensor? window = null, double? power = 2.0, torchaudio.Normalization normalized = default,
            bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool onesided = true, bool? return_complex = null)
            : base(name)
        {
            frames = FrameSettings.Of(n_fft, win_length, hop_length, pad, nameof(Spectrogram), window);
            (this.pad, this.power, this.normalized) = (pad, power, normalized);
            (this.center, this.pad_mode, this.onesided) = (center, pad_mode, onesided);
            this.window = frames.Window(window_fn, window, nameof(Spectrogram));
            register_buffer(nameof(window), this.window);
        }

        /// <summary>The window, [win_length].</summary>
        public Tensor window { get; }

        /// <summary>Length of a frame in samples.</summary>
        public long n_fft => frames.n_fft;

        /// <summary>Length of the window.</summary>
        public long win_length => frames.win_length;

        /// <summary>Samples from frame to frame.</summary>
        public long hop_length => frames.hop_length;

        /// <summary>[..., time] to [..., freq, frames].</summary>
        /// <inheritdoc cref="torchaudio.functional.spectrogram"/>
        public override Tensor forward(Tensor input) => torchaudio.functional.spectrogram(
            input, pad, window, n_fft, hop_length, win_length, power, normalized, center, pad_mode, onesided);
    }
}
