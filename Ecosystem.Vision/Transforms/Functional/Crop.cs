using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Cuts a rectangle out of an image. What lies outside the image is zero; a rectangle inside shares the image's memory.</summary>
            /// <param name="input">The image, [..., H, W].</param>
            /// <param name="top">The first row; may be negative.</param>
            /// <param name="left">The first column; may be negative.</param>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            public static Tensor crop(Tensor input, int top, int left, int height, int width)
            {
                if (height < 1 || width < 1)
                {
                    throw new ArgumentOutOfRangeException(nameof(height), $"A crop of {height} x {width} has no pixels.");
                }
                var (rows, columns) = ImageSize.Of(input);
                var (firstRow, lastRow) = (Math.Clamp(top, 0, rows), Math.Clamp(top + height, 0, rows));
                var (firstColumn, lastColumn) = (Math.Clamp(left, 0, columns), Math.Clamp(left + width, 0, columns));
                using var band = input.narrow(-2, firstRow, lastRow - firstRow);
                var inside = band.narrow(-1, firstColumn, lastColumn - firstColumn);
                if (lastRow - firstRow == height && lastColumn - firstColumn == width)
                {
                    return inside;
                }
                using (inside)
                {
                    // The part before the image's first pixel goes in front, whatever is still missing behind.
                    var before = (Rows: Math.Min(Math.Max(-top, 0), height), Columns: Math.Min(Math.Max(-left, 0), width));
                    return torch.ops.aten.constant_pad_nd(inside,
                    [
                        before.Columns, width - before.Columns - (lastColumn - firstColumn),
                        before.Rows, height - before.Rows - (lastRow - firstRow),
                    ], 0);
                }
            }

            /// <summary>Cuts a square out of an image.</summary>
            public static Tensor crop(Tensor input, int top, int left, int size) => crop(input, top, left, size, size);

            /// <summary>Cuts the middle out of an image; an image that is smaller is first padded with zeros.</summary>
            /// <param name="input">The image, [..., H, W].</param>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            public static Tensor center_crop(Tensor input, int height, int width)
            {
                var (rows, columns) = ImageSize.Of(input);
                // Python pads first: the smaller half before the image. Cropping what is left then starts at 0 on that axis.
                var top = rows < height ? -((height - rows) / 2) : ImageSize.Round((rows - height) / 2.0);
                var left = columns < width ? -((width - columns) / 2) : ImageSize.Round((columns - width) / 2.0);
                return crop(input, top, left, height, width);
            }

            /// <summary>Cuts the middle square out of an image.</summary>
            public static Tensor center_crop(Tensor input, int size) => center_crop(input, size, size);

            /// <summary>Cuts a rectangle out of an image and resizes it, with antialiasing.</summary>
            /// <param name="input">The image, [..., C, H, W].</param>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="height">Rows of the rectangle.</param>
            /// <param name="width">Columns of the rectangle.</param>
            /// <param name="newHeight">Rows of the result.</param>
            /// <param name="newWidth">Columns of the result.</param>
            /// <param name="interpolation">Bilinear unless said otherwise.</param>
            /// <param name="antialias">Whether shrinking widens the filter.</param>
            public static Tensor resized_crop(
                Tensor input, int top, int left, int height, int width, int newHeight, int newWidth,
                InterpolationMode interpolation = InterpolationMode.Bilinear, bool antialias = true)
            {
                using var cut = crop(input, top, left, height, width);
                return resize(cut, newHeight, newWidth, interpolation, null, antialias);
            }

            /// <summary>The four corners and the middle of an image: top left, top right, bottom left, bottom right, middle.</summary>
            /// <exception cref="ArgumentException">The crop is larger than the image.</exception>
            public static (Tensor top_left, Tensor top_right, Tensor bottom_left, Tensor bottom_right, Tensor center) five_crop(
                Tensor img, int height, int width)
            {
                var (rows, columns) = ImageSize.Of(img);
                if (height > rows || width > columns)
                {
                    throw new ArgumentException($"A crop of {height} x {width} is larger than the image, {rows} x {columns}.");
                }
                return (
                    crop(img, 0, 0, height, width), crop(img, 0, columns - width, height, width),
                    crop(img, rows - height, 0, height, width), crop(img, rows - height, columns - width, height, width),
                    center_crop(img, height, width));
            }

            /// <summary>The five crops of an image and the five of its mirror image.</summary>
            /// <param name="img">The image, [..., H, W].</param>
            /// <param name="height">Rows of a crop.</param>
            /// <param name="width">Columns of a crop.</param>
            /// <param name="vertical_flip">Whether the mirror image is upside down rather than left to right.</param>
            public static Tensor[] ten_crop(Tensor img, int height, int width, bool vertical_flip = false)
            {
                using var mirrored = vertical_flip ? vflip(img) : hflip(img);
                var (a, b, c, d, e) = five_crop(img, height, width);
                var (f, g, h, i, j) = five_crop(mirrored, height, width);
                return [a, b, c, d, e, f, g, h, i, j];
            }
        }
    }
}
