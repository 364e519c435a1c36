using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>The matrix of a discrete cosine transform of type II, to be multiplied from the right.</summary>
        /// <param name="n_mfcc">Number of coefficients.</param>
        /// <param name="n_mels">Number of values that are transformed.</param>
        /// <param name="norm">How the matrix is scaled.</param>
        /// <returns>float32 [n_mels, n_mfcc].</returns>
        /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
        public static Tensor create_dct(int n_mfcc, int n_mels, DCTNorm norm)
        {
            Require.Positive(n_mfcc, nameof(create_dct));
            Require.Positive(n_mels, nameof(create_dct));
            using var scope = NewDisposeScope();
            var places = torch.arange(n_mels, dtype: ScalarType.Float32) + 0.5;
            var orders = torch.arange(n_mfcc, dtype: ScalarType.Float32).unsqueeze(1);
            var matrix = (places * (Math.PI / n_mels) * orders).cos();
            if (norm == DCTNorm.none)
            {
                return (matrix * 2).t().MoveToOuterDisposeScope();
            }

            matrix.select(0, 0).mul_(1 / Math.Sqrt(2));
            return (matrix * Math.Sqrt(2.0 / n_mels)).t().MoveToOuterDisposeScope();
        }
    }
}
