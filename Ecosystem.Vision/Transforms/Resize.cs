using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Resizes images.</summary>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            /// <param name="interpolation">Bilinear (the default, as in Python), Bicubic, Nearest or NearestExact.</param>
            /// <param name="maxSize">Must be null: it limits the long side only where the short side is given.</param>
            /// <param name="antialias">Whether shrinking widens the filter; on by default, as torchvision since 0.17.</param>
            public static ITransform Resize(
                int height, int width, InterpolationMode interpolation = InterpolationMode.Bilinear, int? maxSize = null, bool antialias = true) =>
                maxSize is null
                    ? new Resize(height, width, interpolation, null, antialias)
                    : throw new ArgumentException("max_size applies only where a single size, that of the short side, is given.", nameof(maxSize));

            /// <inheritdoc cref="Resize(int, int, InterpolationMode, int?, bool)"/>
            public static ITransform Resize(int height, int width, int? maxSize = null) => Resize(height, width, InterpolationMode.Bilinear, maxSize);

            /// <inheritdoc cref="Resize(int, int, InterpolationMode, int?, bool)"/>
            public static ITransform Resize(int height, int width) => new Resize(height, width);

            /// <summary>Resizes images so that the short side has a given length and the shape stays.</summary>
            /// <param name="size">The new length of the short side; the long side is truncated to a whole number.</param>
            /// <param name="interpolation">Bilinear (the default, as in Python), Bicubic, Nearest or NearestExact.</param>
            /// <param name="maxSize">The most that the long side may have; must exceed <paramref name="size"/>.</param>
            /// <param name="antialias">Whether shrinking widens the filter; on by default, as torchvision since 0.17.</param>
            public static ITransform Resize(
                int size, InterpolationMode interpolation = InterpolationMode.Bilinear, int? maxSize = null, bool antialias = true) =>
                new Resize(size, null, interpolation, maxSize, antialias);

            /// <inheritdoc cref="Resize(int, InterpolationMode, int?, bool)"/>
            public static ITransform Resize(int size, int? maxSize) => new Resize(size, null, maxSize: maxSize);

            /// <inheritdoc cref="Resize(int, InterpolationMode, int?, bool)"/>
            public static ITransform Resize(int size) => new Resize(size);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Resizes images.</summary>
    /// <param name="size">Rows of the result; the length of the short side where <paramref name="width"/> is null.</param>
    /// <param name="width">Columns of the result, or null.</param>
    /// <param name="interpolation">Bilinear, Bicubic, Nearest or NearestExact.</param>
    /// <param name="maxSize">The most that the long side may have where <paramref name="width"/> is null.</param>
    /// <param name="antialias">Whether shrinking widens the filter.</param>
    public sealed record Resize(
        int size, int? width = null, InterpolationMode interpolation = InterpolationMode.Bilinear, int? maxSize = null, bool antialias = true)
        : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => width is int columns
            ? torchvision.transforms.functional.resize(input, size, columns, interpolation, null, antialias)
            : torchvision.transforms.functional.resize(input, size, interpolation, maxSize, antialias);
    }
}
