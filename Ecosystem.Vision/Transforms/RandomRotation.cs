using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Rotates an image by a random angle.</summary>
            /// <param name="degrees">The angle is drawn from [-degrees, degrees].</param>
            /// <param name="interpolation">Nearest or Bilinear.</param>
            /// <param name="expand">Whether the result grows to hold the whole image; for a rotation about the middle.</param>
            /// <param name="center">The fixed point x, y from the top left corner; the middle if null.</param>
            /// <param name="fill">The value outside, one or one per channel; 0 if null.</param>
            public static ITransform RandomRotation(
                double degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
                (int, int)? center = null, IList<float>? fill = null) =>
                degrees >= 0
                    ? new RandomRotation((-degrees, degrees), interpolation, expand, center, fill)
                    : throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "A single angle must not be negative.");

            /// <summary>Rotates an image by a random angle.</summary>
            /// <param name="degrees">The smallest and largest angle, counter-clockwise.</param>
            /// <param name="interpolation">Nearest or Bilinear.</param>
            /// <param name="expand">Whether the result grows to hold the whole image; for a rotation about the middle.</param>
            /// <param name="center">The fixed point x, y from the top left corner; the middle if null.</param>
            /// <param name="fill">The value outside, one or one per channel; 0 if null.</param>
            public static ITransform RandomRotation(
                (double, double) degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
                (int, int)? center = null, IList<float>? fill = null) => new RandomRotation(degrees, interpolation, expand, center, fill);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Rotates an image by a random angle.</summary>
    /// <param name="degrees">The smallest and largest angle, counter-clockwise.</param>
    /// <param name="interpolation">Nearest or Bilinear.</param>
    /// <param name="expand">Whether the result grows to hold the whole image.</param>
    /// <param name="center">The fixed point x, y; the middle if null.</param>
    /// <param name="fill">The value outside, one or one per channel; 0 if null.</param>
    public sealed record RandomRotation(
        (double, double) degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
        (int, int)? center = null, IList<float>? fill = null) : torchvision.ITransform
    {
        /// <summary>Draws an angle.</summary>
        /// <param name="degrees">The smallest and largest angle.</param>
        public static double get_params((double, double) degrees) => Draws.Uniform(degrees.Item1, degrees.Item2);

        /// <inheritdoc/>
        public Tensor call(Tensor input) =>
            torchvision.transforms.functional.rotate(input, (float)get_params(degrees), interpolation, expand, center, fill ?? [0f]);
    }
}
