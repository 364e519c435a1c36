using static TorchSharp.torch;
using Module = TorchSharp.Transforms.TimeStretch;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that stretches complex spectrograms, [..., freq, frames], in time without changing their pitch.</summary>
            /// <param name="hop_length">Samples from frame to frame; n_freq - 1 if null.</param>
            /// <param name="n_freq">Number of frequencies: n_fft / 2 + 1.</param>
            /// <param name="fixed_rate">How much faster the result is; null where each call says it.</param>
            /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
            public static Module TimeStretch(long? hop_length = null, long n_freq = 201, double? fixed_rate = null) => new(hop_length, n_freq, fixed_rate);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>
    /// Stretches complex spectrograms in time. Python's <c>torchaudio.transforms.TimeStretch</c>; the buffer is <c>phase_advance</c>.
    /// </summary>
    public sealed class TimeStretch : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal TimeStretch(long? hop_length, long n_freq, double? fixed_rate)
            : base(nameof(TimeStretch))
        {
            var hop = hop_length ?? n_freq - 1;
            Require.Positive(n_freq, nameof(TimeStretch));
            Require.Positive(hop, nameof(TimeStretch), nameof(hop_length));
            this.fixed_rate = fixed_rate;
            using var advance = torch.linspace(0, Math.PI * hop, n_freq, dtype: ScalarType.Float32);
            phase_advance = advance.unsqueeze(-1);
            register_buffer(nameof(phase_advance), phase_advance);
        }

        /// <summary>How much faster the result is; null where each call says it.</summary>
        public double? fixed_rate { get; }

        /// <summary>How far each frequency's phase is expected to turn from frame to frame, [freq, 1].</summary>
        public Tensor phase_advance { get; }

        /// <summary>[..., freq, frames] to [..., freq, ceil(frames / rate)].</summary>
        /// <inheritdoc cref="forward(Tensor, double?)"/>
        public override Tensor forward(Tensor complex_specgrams) => forward(complex_specgrams, null);

        /// <summary>[..., freq, frames] to [..., freq, ceil(frames / rate)].</summary>
        /// <param name="complex_specgrams">The spectrum.</param>
        /// <param name="overriding_rate">How much faster the result is; the fixed rate if null.</param>
        /// <exception cref="ArgumentException">There is no rate, or the spectrum is not complex.</exception>
        public Tensor forward(Tensor complex_specgrams, double? overriding_rate) => torchaudio.functional.phase_vocoder(
            complex_specgrams,
            overriding_rate ?? fixed_rate ?? throw new ArgumentException("TimeStretch was made without a fixed_rate: pass one to forward.", nameof(overriding_rate)),
            phase_advance);
    }
}
