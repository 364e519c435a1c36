using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Rotates, moves, scales and shears an image; its size stays.</summary>
            /// <param name="img">The image, [..., C, H, W].</param>
            /// <param name="angle">Rotation in degrees, clockwise.</param>
            /// <param name="translate">Moves right and down, in pixels.</param>
            /// <param name="scale">A factor above 0.</param>
            /// <param name="shear">Degrees along x, or along x and y.</param>
            /// <param name="interpolation">Nearest or Bilinear.</param>
            /// <param name="fill">The value outside, one or one per channel; null gives zeros without a mask.</param>
            /// <param name="center">The fixed point x, y from the top left corner; the middle if null.</param>
            public static Tensor affine(
                Tensor img, double angle, (int x, int y) translate, double scale, IReadOnlyList<double> shear,
                InterpolationMode interpolation = InterpolationMode.Nearest, IReadOnlyList<float>? fill = null, (int x, int y)? center = null)
            {
                if (!(scale > 0))
                {
                    throw new ArgumentOutOfRangeException(nameof(scale), scale, "A scale must be positive.");
                }
                var (height, width) = ImageSize.Of(img);
                var slant = shear.Count switch
                {
                    1 => (shear[0], 0.0),
                    2 => (shear[0], shear[1]),
                    _ => throw new ArgumentException($"shear takes one or two angles, not {shear.Count}.", nameof(shear)),
                };
                var map = AffineMatrix.Inverse(FromMiddle(center, height, width), angle, translate, scale, slant);
                return GridSampling.Affine(img, map, height, width, interpolation, fill);
            }

            /// <summary>Rotates, moves, scales and shears an image; its size stays.</summary>
            /// <param name="img">The image, [..., C, H, W].</param>
            /// <param name="shear">Degrees along x, or along x and y; none if null.</param>
            /// <param name="angle">Rotation in degrees, clockwise.</param>
            /// <param name="translate">Moves right and down, in pixels; none if null.</param>
            /// <param name="scale">A factor above 0.</param>
            /// <param name="interpolation">Nearest or Bilinear.</param>
            /// <param name="fill">The value outside; null gives zeros.</param>
            public static Tensor affine(
                Tensor img, IList<float>? shear = null, float angle = 0, IList<int>? translate = null, float scale = 1,
                InterpolationMode interpolation = InterpolationMode.Nearest, float? fill = null)
            {
                var move = translate switch
                {
                    null => (0, 0),
                    { Count: 2 } => (translate[0], translate[1]),
                    _ => throw new ArgumentException($"translate takes two numbers, not {translate.Count}.", nameof(translate)),
                };
                double[] slant = shear is null ? [0.0] : [.. shear.Select(degrees => (double)degrees)];
                return affine(img, angle, move, scale, slant, interpolation, fill is float value ? [value] : null);
            }

            /// <summary>Rotates, moves, scales and shears (along x) an image; its size stays.</summary>
            public static Tensor affine(
                Tensor img, float shear, float angle = 0, IList<int>? translate = null, float scale = 1,
                InterpolationMode interpolation = InterpolationMode.Nearest, float? fill = null) =>
                affine(img, [shear], angle, translate, scale, interpolation, fill);

            /// <summary>Rotates an image counter-clockwise.</summary>
            /// <param name="img">The image, [..., C, H, W].</param>
            /// <param name="angle">Degrees, counter-clockwise (the other way round than <c>affine</c>, as in Python).</param>
            /// <param name="interpolation">Nearest or Bilinear.</param>
            /// <param name="expand">Whether the result grows to hold the whole image; for a rotation about the middle.</param>
            /// <param name="center">The fixed point x, y from the top left corner; the middle if null.</param>
            /// <param name="fill">The value outside, one or one per channel; null gives zeros without a mask.</param>
            public static Tensor rotate(
                Tensor img, float angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
                (int, int)? center = null, IList<float>? fill = null)
            {
                var (height, width) = ImageSize.Of(img);
                var map = AffineMatrix.Inverse(FromMiddle(center, height, width), -angle, (0, 0), 1, (0, 0));
                var (newHeight, newWidth) = expand ? map.RotatedSize(height, width) : (height, width);
                return GridSampling.Affine(img, map, newHeight, newWidth, interpolation, fill?.ToArray());
            }

            private static (double X, double Y) FromMiddle((int X, int Y)? point, int height, int width) =>
                point is (int x, int y) ? (x - (0.5 * width), y - (0.5 * height)) : (0, 0);
        }
    }
}
