using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Compresses a sound to whole numbers by the mu-law: loud samples are kept more coarsely than soft ones.</summary>
        /// <param name="x">The sound, in [-1, 1]; whole numbers become float32 first.</param>
        /// <param name="quantization_channels">How many numbers there are; more than 1, 256 as a rule.</param>
        /// <returns>int64 of the same shape, from 0 to quantization_channels - 1; silence is the middle one.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no more than one number.</exception>
        public static Tensor mu_law_encoding(Tensor x, int quantization_channels)
        {
            ArgumentNullException.ThrowIfNull(x);
            Require.Positive(quantization_channels - 1, nameof(mu_law_encoding), "quantization_channels - 1");
            using var scope = NewDisposeScope();
            var sound = x.is_floating_point() ? x : x.to_type(ScalarType.Float32);
            var mu = torch.tensor(quantization_channels - 1.0, dtype: sound.dtype, device: sound.device);
            var compressed = sound.sign() * torch.log1p(mu * sound.abs()) / torch.log1p(mu);
            return (((compressed + 1) / 2 * mu) + 0.5).to_type(ScalarType.Int64).MoveToOuterDisposeScope();
        }

        /// <summary>Brings a sound back from the mu-law.</summary>
        /// <param name="x_mu">What <see cref="mu_law_encoding"/> gave; whole numbers give a float32 sound.</param>
        /// <param name="quantization_channels">How many numbers there are; more than 1, 256 as a rule.</param>
        /// <returns>The sound, in [-1, 1], of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no more than one number.</exception>
        public static Tensor mu_law_decoding(Tensor x_mu, int quantization_channels)
        {
            ArgumentNullException.ThrowIfNull(x_mu);
            Require.Positive(quantization_channels - 1, nameof(mu_law_decoding), "quantization_channels - 1");
            using var scope = NewDisposeScope();
            var codes = x_mu.is_floating_point() ? x_mu : x_mu.to_type(ScalarType.Float32);
            var mu = torch.tensor(quantization_channels - 1.0, dtype: codes.dtype, device: codes.device);
            var compressed = (codes / mu * 2) - 1;
            return (compressed.sign() * ((compressed.abs() * torch.log1p(mu)).exp() - 1) / mu).MoveToOuterDisposeScope();
        }
    }
}
