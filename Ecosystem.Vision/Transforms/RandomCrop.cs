using TorchSharp.Transforms;
using static TorchSharp.torch;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Cuts a rectangle out of an image at a random place.</summary>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            /// <param name="padding">A border added first: one width, left/right and top/bottom, or left, top, right, bottom; none if null.</param>
            /// <param name="pad_if_needed">Whether an image that is too small is padded rather than refused.</param>
            /// <param name="fill">The value of a constant border.</param>
            /// <param name="padding_mode">Constant; Replicate repeats the edge; Reflect mirrors without the edge.</param>
            public static ITransform RandomCrop(
                int height, int width, long[]? padding = null, bool pad_if_needed = false, double fill = 0,
                PaddingModes padding_mode = PaddingModes.Constant) => new RandomCrop(height, width, padding, pad_if_needed, fill, padding_mode);

            /// <summary>Cuts a square out of an image at a random place.</summary>
            /// <param name="size">Rows and columns of the result.</param>
            /// <param name="padding">A border added first: one width, left/right and top/bottom, or left, top, right, bottom; none if null.</param>
            /// <param name="pad_if_needed">Whether an image that is too small is padded rather than refused.</param>
            /// <param name="fill">The value of a constant border.</param>
            /// <param name="padding_mode">Constant; Replicate repeats the edge; Reflect mirrors without the edge.</param>
            public static ITransform RandomCrop(
                int size, long[]? padding = null, bool pad_if_needed = false, double fill = 0,
                PaddingModes padding_mode = PaddingModes.Constant) => new RandomCrop(size, size, padding, pad_if_needed, fill, padding_mode);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Cuts a rectangle out of an image at a random place.</summary>
    /// <param name="height">Rows of the result.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="padding">A border added first, or null.</param>
    /// <param name="pad_if_needed">Whether an image that is too small is padded rather than refused.</param>
    /// <param name="fill">The value of a constant border.</param>
    /// <param name="padding_mode">How the border is made.</param>
    public sealed record RandomCrop(
        int height, int width, long[]? padding = null, bool pad_if_needed = false, double fill = 0,
        PaddingModes padding_mode = PaddingModes.Constant) : torchvision.ITransform
    {
        /// <summary>Draws the place of a crop: the row, then the column; nothing is drawn where the crop is the whole image.</summary>
        /// <param name="img">The image.</param>
        /// <param name="output_size">Height and width of the crop.</param>
        /// <returns>The first row and column (i, j) and the size (h, w) of the crop.</returns>
        /// <exception cref="ArgumentException">The crop is larger than the image.</exception>
        public static (int i, int j, int h, int w) get_params(Tensor img, (int height, int width) output_size)
        {
            var (rows, columns) = ImageSize.Of(img);
            var (height, width) = output_size;
            if (height > rows || width > columns)
            {
                throw new ArgumentException($"A crop of {height} x {width} is larger than the image, {rows} x {columns}: pad it first (pad_if_needed).");
            }
            if (height == rows && width == columns)
            {
                return (0, 0, rows, columns);
            }
            var top = Draws.Integer(0, rows - height + 1);
            var left = Draws.Integer(0, columns - width + 1);
            return (top, left, height, width);
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            using var scope = NewDisposeScope();
            var image = padding is null ? input : F.pad(input, padding, fill, padding_mode);
            if (pad_if_needed)
            {
                var (rows, columns) = ImageSize.Of(image);
                image = columns < width ? F.pad(image, (width - columns, 0), fill, padding_mode) : image;
                image = rows < height ? F.pad(image, (0, height - rows), fill, padding_mode) : image;
            }
            var (i, j, h, w) = get_params(image, (height, width));
            return F.crop(image, i, j, h, w).MoveToOuterDisposeScope();
        }
    }
}
