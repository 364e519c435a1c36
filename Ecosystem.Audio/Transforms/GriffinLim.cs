using static TorchSharp.torch;
using Module = TorchSharp.Transforms.GriffinLim;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from spectrograms without phases, [..., freq, frames], to sound, [..., time].</summary>
            /// <param name="n_fft">Length of a frame in samples.</param>
            /// <param name="n_iter">How often the phases are improved; default 32.</param>
            /// <param name="win_length">Length of the window; n_fft if null.</param>
            /// <param name="hop_length">Samples from frame to frame; half of the window if null.</param>
            /// <param name="window_fn">Makes the window; periodic Hann if null.</param>
            /// <param name="power">The exponent that the magnitudes have: 2 (the default) or 1.</param>
            /// <param name="momentum">How far each step leaps ahead, in [0, 1); default 0.99.</param>
            /// <param name="length">Samples of the result; null gives what the frames cover.</param>
            /// <param name="rand_init">Whether the phases start at random (the default), or at 0.</param>
            /// <exception cref="ArgumentException">A number is out of range.</exception>
            public static Module GriffinLim(
                int n_fft = 400, int n_iter = 32, long? win_length = null, long? hop_length = null, WindowFunction? window_fn = null, double power = 2.0,
                double momentum = 0.99, int? length = null, bool rand_init = true) =>
                new(n_fft, n_iter, win_length, hop_length, window_fn, power, momentum, length, rand_init);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Sound from a spectrogram without phases. Python's <c>torchaudio.transforms.GriffinLim</c>; the buffer is <c>window</c>.</summary>
    public sealed class GriffinLim : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private readonly FrameSettings frames;

        internal GriffinLim(
            int n_fft, int n_iter, long? win_length, long? hop_length, torchaudio.WindowFunction? window_fn, double power, double momentum,
            int? length, bool rand_init)
            : base(nameof(GriffinLim))
        {
            frames = FrameSettings.Of(n_fft, win_length, hop_length, 0, nameof(GriffinLim));
            if (!(momentum is >= 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "GriffinLim: momentum lies in [0, 1).");
            }

            (this.n_iter, this.power, this.momentum, this.length, this.rand_init) = (n_iter, power, momentum, length, rand_init);
            window = frames.Window(window_fn, null, nameof(GriffinLim));
            register_buffer(nameof(window), window);
        }

        /// <summary>Length of a frame in samples.</summary>
        public long n_fft => frames.n_fft;

        /// <summary>How often the phases are improved.</summary>
        public int n_iter { get; }

        /// <summary>Length of the window.</summary>
        public long win_length => frames.win_length;

        /// <summary>Samples from frame to frame.</summary>
        public long hop_length => frames.hop_length;

        /// <summary>The window, [win_length].</summary>
        public Tensor window { get; }

        /// <summary>Samples of the result; null for what the frames cover.</summary>
        public long? length { get; }

        /// <summary>The exponent that the magnitudes have.</summary>
        public double power { get; }

        /// <summary>How far each step leaps ahead.</summary>
        public double momentum { get; }

        /// <summary>Whether the phases start at random.</summary>
        public bool rand_init { get; }

        /// <summary>[..., freq, frames] to [..., time].</summary>
        /// <inheritdoc cref="torchaudio.functional.griffinlim"/>
        public override Tensor forward(Tensor specgram) => torchaudio.functional.griffinlim(
            specgram, window, n_fft, hop_length, win_length, power, n_iter, momentum, length, rand_init);
    }
}
