using static TorchSharp.torch;
using Module = TorchSharp.Transforms.InverseSpectrogram;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from complex spectrograms, [..., freq, frames], to sound, [..., time].</summary>
            /// <param name="n_fft">Length of a frame in samples.</param>
            /// <param name="win_length">Length of the window; n_fft if null.</param>
            /// <param name="hop_length">Samples from frame to frame; half of the window if null.</param>
            /// <param name="pad">Zeros that were added at both ends; they are cut off where a length is given.</param>
            /// <param name="window_fn">Makes the window; periodic Hann if null.</param>
            /// <param name="window">The window itself, in place of <paramref name="window_fn"/>.</param>
            /// <param name="normalized">How the spectrum was scaled: a boolean, "window" or "frame_length"; default not at all.</param>
            /// <param name="center">Whether the frames were centred; default true.</param>
            /// <param name="pad_mode">Without effect: what was put around the sound is cut off.</param>
            /// <param name="onesided">Whether the spectrum has only the frequencies that determine the others; default true.</param>
            /// <exception cref="ArgumentException">A length is not positive, or the window does not fit into the frame.</exception>
            public static Module InverseSpectrogram(
                long n_fft = 400, long? win_length = null, long? hop_length = null, long pad = 0, WindowFunction? window_fn = null,
                Tensor? window = null, Normalization normalized = default, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect,
                bool onesided = true) =>
                new("InverseSpectrogram", n_fft, win_length, hop_length, pad, window_fn, window, normalized, center, pad_mode, onesided);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>The sound of a complex spectrogram. Python's <c>torchaudio.transforms.InverseSpectrogram</c>; the buffer is <c>window</c>.</summary>
    public sealed class InverseSpectrogram : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private readonly FrameSettings frames;
        private readonly long pad;
        private readonly torchaudio.Normalization normalized;
        private readonly bool center;
        private readonly PaddingModes pad_mode;
        private readonly bool onesided;

        internal InverseSpectrogram(
            string name, long n_fft, long? win_length, long? hop_length, long pad, torchaudio.WindowFunction? window_fn, Tensor? window,
            torchaudio.Normalization normalized, bool center, PaddingModes pad_mode, bool onesided)
            : base(name)
        {
            frames = FrameSettings.Of(n_fft, win_length, hop_length, pad, nameof(InverseSpectrogram), window);
            (this.pad, this.normalized, this.center, this.pad_mode, this.onesided) = (pad, normalized, center, pad_mode, onesided);
            this.window = frames.Window(window_fn, window, nameof(InverseSpectrogram));
            register_buffer(nameof(window), this.window);
        }

        /// <summary>The window, [win_length].</summary>
        public Tensor window { get; }

        /// <summary>[..., freq, frames] to as many samples as the frames cover.</summary>
        public override Tensor forward(Tensor input) => call(input, null);

        /// <summary>[..., freq, frames] to [..., length].</summary>
        /// <param name="input">The complex spectrum.</param>
        /// <param name="length">Samples of the result; null gives what the frames cover.</param>
        /// <inheritdoc cref="torchaudio.functional.inverse_spectrogram"/>
        public Tensor call(Tensor input, long? length = null) => torchaudio.functional.inverse_spectrogram(
            input, length, pad, window, frames.n_fft, frames.hop_length, frames.win_length, normalized, center, pad_mode, onesided);
    }
}
