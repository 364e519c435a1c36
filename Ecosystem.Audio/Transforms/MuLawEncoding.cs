using static TorchSharp.torch;
using Module = TorchSharp.Transforms.MuLawEncoding;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that compresses sound to whole numbers by the mu-law.</summary>
            /// <param name="quantization_channels">How many numbers there are; more than 1, default 256.</param>
            /// <exception cref="ArgumentOutOfRangeException">There is no more than one number.</exception>
            public static Module MuLawEncoding(int quantization_channels = 256) => new(quantization_channels);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>A module that compresses sound to whole numbers by the mu-law. Python's <c>torchaudio.transforms.MuLawEncoding</c>.</summary>
    public sealed class MuLawEncoding : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal MuLawEncoding(int quantization_channels)
            : base(nameof(MuLawEncoding))
        {
            Require.Positive(quantization_channels - 1, nameof(MuLawEncoding), "quantization_channels - 1");
            this.quantization_channels = quantization_channels;
        }

        /// <summary>How many numbers there are.</summary>
        public int quantization_channels { get; }

        /// <summary>The sound, in [-1, 1], to int64.</summary>
        public override Tensor forward(Tensor x) => torchaudio.functional.mu_law_encoding(x, quantization_channels);
    }
}
