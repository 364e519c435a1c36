using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Resizes an image.</summary>
            /// <param name="input">The image, [..., C, H, W]. Whole numbers are computed in floating point and rounded, half to even.</param>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            /// <param name="interpolation">Bilinear (the default, as in Python), Bicubic, Nearest or NearestExact.</param>
            /// <param name="maxSize">Must be null: it limits the long side only where the short side is given.</param>
            /// <param name="antialias">
            /// Whether shrinking widens the filter of bilinear and bicubic interpolation, as Pillow does and torchvision since 0.17 by default.
            /// </param>
            public static Tensor resize(
                Tensor input, int height, int width, InterpolationMode interpolation = InterpolationMode.Bilinear, int? maxSize = null,
                bool antialias = true)
            {
                if (maxSize is not null)
                {
                    throw new ArgumentException("max_size applies only where a single size, that of the short side, is given.", nameof(maxSize));
                }
                return ResizeTo(input, height, width, interpolation, antialias);
            }

            /// <inheritdoc cref="resize(Tensor, int, int, InterpolationMode, int?, bool)"/>
            public static Tensor resize(Tensor input, int height, int width, int? maxSize = null) =>
                resize(input, height, width, InterpolationMode.Bilinear, maxSize);

            /// <inheritdoc cref="resize(Tensor, int, int, InterpolationMode, int?, bool)"/>
            public static Tensor resize(Tensor input, int height, int width) => ResizeTo(input, height, width, InterpolationMode.Bilinear, true);

            /// <summary>Resizes an image so that its short side has <paramref name="size"/> pixels and its shape stays.</summary>
            /// <param name="input">The image, [..., C, H, W].</param>
            /// <param name="size">The new length of the short side; the long side is truncated to a whole number.</param>
            /// <param name="interpolation">Bilinear, Bicubic, Nearest or NearestExact.</param>
            /// <param name="maxSize">The most the long side may have; must exceed <paramref name="size"/>.</param>
            /// <param name="antialias">Whether shrinking widens the filter.</param>
            public static Tensor resize(
                Tensor input, int size, InterpolationMode interpolation = InterpolationMode.Bilinear, int? maxSize = null, bool antialias = true)
            {
                var (rows, columns) = ImageSize.Of(input);
                var (height, width) = ImageSize.ShortSide(rows, columns, size, maxSize);
                return ResizeTo(input, height, width, interpolation, antialias);
            }

            private static Tensor ResizeTo(Tensor input, int height, int width, InterpolationMode interpolation, bool antialias)
            {
                var (rows, columns) = ImageSize.Of(input);
                if (height < 1 || width < 1)
                {
                    throw new ArgumentOutOfRangeException(nameof(height), $"An image cannot be resized to {height} x {width} pixels.");
                }
                if (rows < 1 || columns < 1)
                {
                    throw new ArgumentException($"An image of {rows} x {columns} pixels cannot be resized.");
                }
                if (rows == height && columns == width)
                {
                    return input.alias();
                }
                if (antialias && interpolation == InterpolationMode.Bilinear && SmoothResize.Takes(input))
                {
                    return SmoothResize.Run(input, height, width);
                }
                var full = ImageType.IsFloat(input.dtype) ? 0 : ImageType.Full(input.dtype);
                return ImageType.Through(input, x => Interpolate(x, [height, width], interpolation, antialias, full));
            }

            /// <summary>Bicubic weights are negative in places: whole numbers are clamped to what the type holds before they are rounded.</summary>
            private static Tensor Interpolate(Tensor x, long[] size, InterpolationMode interpolation, bool antialias, double full)
            {
                switch (interpolation)
                {
                    case InterpolationMode.Nearest:
                        return torch.ops.aten.upsample_nearest2d(x, size);
                    case InterpolationMode.NearestExact:
                        return torch.ops.aten._upsample_nearest_exact2d(x, size);
                    case InterpolationMode.Bilinear:
                        return antialias
                            ? torch.ops.aten._upsample_bilinear2d_aa(x, size, false)
                            : torch.ops.aten.upsample_bilinear2d(x, size, false);
                    case InterpolationMode.Bicubic:
                        var result = antialias
                            ? torch.ops.aten._upsample_bicubic2d_aa(x, size, false)
                            : torch.ops.aten.upsample_bicubic2d(x, size, false);
                        return full > 0 ? result.clamp_(0, full) : result;
                    default:
                        throw new ArgumentException($"{interpolation} interpolation is not one for images: use Bilinear, Bicubic, Nearest or NearestExact.");
                }
            }
        }
    }
}
