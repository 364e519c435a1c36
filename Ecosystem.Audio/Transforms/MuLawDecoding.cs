using static TorchSharp.torch;
using Module = TorchSharp.Transforms.MuLawDecoding;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that brings sound back from the mu-law.</summary>
            /// <param name="quantization_channels">How many numbers there are; more than 1, default 256.</param>
            /// <exception cref="ArgumentOutOfRangeException">There is no more than one number.</exception>
            public static Module MuLawDecoding(int quantization_channels = 256) => new(quantization_channels);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>A module that brings sound back from the mu-law. Python's <c>torchaudio.transforms.MuLawDecoding</c>.</summary>
    public sealed class MuLawDecoding : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal MuLawDecoding(int quantization_channels)
            : base(nameof(MuLawDecoding))
        {
            Require.Positive(quantization_channels - 1, nameof(MuLawDecoding), "quantization_channels - 1");
            this.quantization_channels = quantization_channels;
        }

        /// <summary>How many numbers there are.</summary>
        public int quantization_channels { get; }

        /// <summary>Whole numbers to the sound, in [-1, 1].</summary>
        public override Tensor forward(Tensor x) => torchaudio.functional.mu_law_decoding(x, quantization_channels);
    }
}
