using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Rotates an image counter-clockwise.</summary>
            /// <param name="angle">Degrees, counter-clockwise.</param>
            /// <param name="interpolation">Nearest or Bilinear.</param>
            /// <param name="expand">Whether the result grows to hold the whole image.</param>
            /// <param name="center">The fixed point x, y; the middle if null.</param>
            /// <param name="fill">The value outside, one or one per channel; zeros if null.</param>
            public static ITransform Rotate(float angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float>? fill = null) => new Rotate(angle, interpolation, expand, center, fill);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Rotates an image counter-clockwise.</summary>
    /// <param name="angle">Degrees, counter-clockwise.</param>
    /// <param name="interpolation">Nearest or Bilinear.</param>
    /// <param name="expand">Whether the result grows to hold the whole image.</param>
    /// <param name="center">The fixed point x, y; the middle if null.</param>
    /// <param name="fill">The value outside, one or one per channel; zeros if null.</param>
    public sealed record Rotate(float angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float>? fill = null) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.rotate(input, angle, interpolation, expand, center, fill);
    }
}
