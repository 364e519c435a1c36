using static TorchSharp.torch;
using Module = TorchSharp.Transforms.Loudness;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from sound, [..., channel, time], to its loudness by ITU-R BS.1770-4, [...], in LKFS.</summary>
            /// <param name="sample_rate">Samples per second.</param>
            /// <exception cref="ArgumentOutOfRangeException">The rate is not positive.</exception>
            public static Module Loudness(int sample_rate) => new(sample_rate);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>How loud sound is to human ears. Python's <c>torchaudio.transforms.Loudness</c>.</summary>
    public sealed class Loudness : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal Loudness(int sample_rate)
            : base(nameof(Loudness))
        {
            Require.Positive(sample_rate, nameof(Loudness));
            this.sample_rate = sample_rate;
        }

        /// <summary>Samples per second.</summary>
        public int sample_rate { get; }

        /// <summary>[..., channel, time] to [...].</summary>
        /// <inheritdoc cref="torchaudio.functional.loudness"/>
        public override Tensor forward(Tensor waveform) => torchaudio.functional.loudness(waveform, sample_rate);
    }
}
