using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Subtracts a mean from a flattened image and multiplies by a square matrix (whitening).</summary>
            /// <param name="transformation_matrix">[D, D] with D = C x H x W; it stays the caller's.</param>
            /// <param name="mean_vector">[D]; it stays the caller's.</param>
            public static ITransform LinearTransformation(Tensor transformation_matrix, Tensor mean_vector) =>
                new LinearTransformation(transformation_matrix, mean_vector);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Subtracts a mean from a flattened image and multiplies by a square matrix.</summary>
    /// <param name="transformation_matrix">[D, D] with D = C x H x W.</param>
    /// <param name="mean_vector">[D].</param>
    public sealed record LinearTransformation(Tensor transformation_matrix, Tensor mean_vector) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            var shape = input.shape;
            var size = mean_vector.shape[0];
            if (shape.Length < 3 || shape[^3] * shape[^2] * shape[^1] != size)
            {
                throw new ArgumentException($"The matrix is for images of {size} values, but this one has shape [{string.Join(", ", shape)}].");
            }
            using var scope = NewDisposeScope();
            return input.reshape(-1, size).sub(mean_vector).matmul(transformation_matrix).reshape(shape).MoveToOuterDisposeScope();
        }
    }
}
