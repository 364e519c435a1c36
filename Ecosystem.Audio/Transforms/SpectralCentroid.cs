using static TorchSharp.torch;
using Module = TorchSharp.Transforms.SpectralCentroid;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from sound, [..., time], to the mean frequency of each frame, [..., frames], in hertz.</summary>
            /// <param name="sample_rate">Samples per second.</param>
            /// <param name="n_fft">Length of a frame in samples.</param>
            /// <param name="win_length">Length of the window; n_fft if null.</param>
            /// <param name="hop_length">Samples from frame to frame; half of the window if null.</param>
            /// <param name="pad">Zeros added at both ends first.</param>
            /// <param name="window_fn">Makes the window; periodic Hann if null.</param>
            /// <exception cref="ArgumentException">A length or the rate is not positive, or the window does not fit into the frame.</exception>
            public static Module SpectralCentroid(
                int sample_rate, long n_fft = 400, long? win_length = null, long? hop_length = null, long pad = 0, WindowFunction? window_fn = null) =>
                new(sample_rate, n_fft, win_length, hop_length, pad, window_fn);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>The mean frequency of each frame. Python's <c>torchaudio.transforms.SpectralCentroid</c>; the buffer is <c>window</c>.</summary>
    public sealed class SpectralCentroid : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private readonly FrameSettings frames;
        private readonly long pad;

        internal SpectralCentroid(
            int sample_rate, long n_fft, long? win_length, long? hop_length, long pad, torchaudio.WindowFunction? window_fn)
            : base(nameof(SpectralCentroid))
        {
            Require.Positive(sample_rate, nameof(SpectralCentroid));
            frames = FrameSettings.Of(n_fft, win_length, hop_length, pad, nameof(SpectralCentroid));
            (this.sample_rate, this.pad) = (sample_rate, pad);
            window = frames.Window(window_fn, null, nameof(SpectralCentroid));
            register_buffer(nameof(window), window);
        }

        /// <summary>Samples per second.</summary>
        public int sample_rate { get; }

        /// <summary>The window, [win_length].</summary>
        public Tensor window { get; }

        /// <summary>[..., time] to [..., frames].</summary>
        /// <inheritdoc cref="torchaudio.functional.spectral_centroid"/>
        public override Tensor forward(Tensor waveform) => torchaudio.functional.spectral_centroid(
            waveform, sample_rate, pad, window, frames.n_fft, frames.hop_length, frames.win_length);
    }
}
