using static TorchSharp.torch;
using Module = TorchSharp.Transforms.InverseMelScale;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from mel spectrograms, [..., n_mels, time], to spectrograms, [..., n_stft, time], that give them.</summary>
            /// <param name="n_stft">Number of frequencies of the result: n_fft / 2 + 1.</param>
            /// <param name="n_mels">Number of mel bands.</param>
            /// <param name="sample_rate">Samples per second of the sound.</param>
            /// <param name="f_min">Lower edge of the first band in hertz.</param>
            /// <param name="f_max">Upper edge of the last band in hertz; half the sample rate, rounded down, if null.</param>
            /// <param name="max_iter">The most steps.</param>
            /// <param name="tolerance_loss">Ends when the mean over frames of the squared error falls below this.</param>
            /// <param name="tolerance_change">Ends when a step changes the error by less than this.</param>
            /// <param name="norm">How the bands are scaled; default not at all.</param>
            /// <param name="mel_scale">The formula of mel; default HTK's.</param>
            /// <exception cref="ArgumentException">A count or the rate is not positive, or the lowest edge lies above the highest.</exception>
            public static Module InverseMelScale(
                long n_stft, long n_mels = 128, long sample_rate = 16000, double f_min = 0.0, double? f_max = null, long max_iter = 100000,
                double tolerance_loss = 1e-5, double tolerance_change = 1e-8, MelNorm norm = MelNorm.none,
                torchaudio.MelScale mel_scale = torchaudio.MelScale.htk) =>
                new(n_stft, n_mels, sample_rate, f_min, f_max, max_iter, tolerance_loss, tolerance_change, norm, mel_scale);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>
    /// A spectrogram that gives a mel spectrogram, found by gradient descent from a random start and never negative. Python's
    /// <c>torchaudio.transforms.InverseMelScale</c>; the buffer is <c>fb</c>.
    /// </summary>
    public sealed class InverseMelScale : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private const double LearningRate = 0.1;
        private const double Momentum = 0.9;

        internal InverseMelScale(
            long n_stft, long n_mels, long sample_rate, double f_min, double? f_max, long max_iter, double tolerance_loss, double tolerance_change,
            torchaudio.MelNorm norm, torchaudio.MelScale mel_scale)
            : base(nameof(InverseMelScale))
        {
            (this.f_min, this.f_max) = MelBand.Of(sample_rate, f_min, f_max, nameof(InverseMelScale));
            Require.NotNegative(max_iter, nameof(InverseMelScale));
            (this.n_mels, this.sample_rate, this.max_iter) = (n_mels, sample_rate, max_iter);
            (this.tolerance_loss, this.tolerance_change) = (tolerance_loss, tolerance_change);
            fb = torchaudio.functional.melscale_fbanks(n_stft, this.f_min, this.f_max, n_mels, sample_rate, norm, mel_scale);
            register_buffer(nameof(fb), fb);
        }

        /// <summary>Upper edge of the last band in hertz.</summary>
        public double f_max { get; }

        /// <summary>Lower edge of the first band in hertz.</summary>
        public double f_min { get; }

        /// <summary>The most steps.</summary>
        public long max_iter { get; }

        /// <summary>Number of mel bands.</summary>
        public long n_mels { get; }

        /// <summary>Samples per second of the sound.</summary>
        public long sample_rate { get; }

        /// <summary>The change of the error that ends the search.</summary>
        public double tolerance_change { get; }

        /// <summary>The error that ends the search.</summary>
        public double tolerance_loss { get; }

        /// <summary>The bands, [n_stft, n_mels].</summary>
        public Tensor fb { get; }

        /// <summary>[..., n_mels, time] to [..., n_stft, time]. No gradient flows through the search.</summary>
        /// <exception cref="ArgumentException">The mel spectrogram has fewer than two dimensions or another number of bands.</exception>
        public override Tensor forward(Tensor melspec)
        {
            Require.Floating(melspec, nameof(InverseMelScale));
            Require.Dimensions(melspec, 2, "[..., n_mels, time]", nameof(InverseMelScale));
            var shape = melspec.shape;
            if (shape[^2] != n_mels)
            {
                throw new ArgumentException($"InverseMelScale was made for {n_mels} mel bands, but the melspec is {Require.Describe(melspec)}.", nameof(melspec));
            }

            using var scope = NewDisposeScope();
            using var unrecorded = no_grad();
            var wanted = melspec.reshape(-1, n_mels, shape[^1]).transpose(-1, -2);
            var specgram = torch.rand(
                [wanted.shape[0], shape[^1], fb.shape[0]], melspec.dtype, melspec.device,
                generator: melspec.device.type == DeviceType.CPU ? torch.random.Current : null);
            var velocity = torch.zeros_like(specgram);
            var slope = fb.t() * (-2.0 / Math.Max(wanted.shape[0] * wanted.shape[1], 1));
            var loss = double.PositiveInfinity;
            for (long i = 0; i < max_iter; i++)
            {
                using var step = NewDisposeScope();
                var error = wanted - specgram.matmul(fb);
                var now = error.square().sum(-1).mean().ToScalar().ToDouble();
                // The error is a square: its gradient needs no recording.
                velocity.mul_(Momentum).add_(error.matmul(slope));
                specgram.sub_(velocity, LearningRate).clamp_min_(0);
                if (now < tolerance_loss || Math.Abs(loss - now) < tolerance_change)
                {
                    break;
                }

                loss = now;
            }

            return specgram.transpose(-1, -2).reshape([.. shape.AsSpan()[..^2], fb.shape[0], shape[^1]]).MoveToOuterDisposeScope();
        }
    }
}
