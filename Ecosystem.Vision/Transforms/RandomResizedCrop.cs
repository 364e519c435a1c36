using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Cuts a random part out of an image and resizes it: the usual augmentation for training classifiers.</summary>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            /// <param name="scaleMin">The smallest part of the image's area.</param>
            /// <param name="scaleMax">The largest part of the image's area.</param>
            /// <param name="ratioMin">The smallest ratio of width to height of the part.</param>
            /// <param name="ratioMax">The largest ratio of width to height of the part.</param>
            /// <param name="interpolation">Bilinear (the default, as in Python), Bicubic, Nearest or NearestExact.</param>
            /// <param name="antialias">Whether shrinking widens the filter; on by default, as torchvision since 0.17.</param>
            public static ITransform RandomResizedCrop(
                int height, int width, double scaleMin = 0.08, double scaleMax = 1, double ratioMin = 0.75, double ratioMax = 4.0 / 3.0,
                InterpolationMode interpolation = InterpolationMode.Bilinear, bool antialias = true) =>
                new RandomResizedCrop(height, width, (scaleMin, scaleMax), (ratioMin, ratioMax), interpolation, antialias);

            /// <summary>Cuts a random part out of an image and resizes it to a square.</summary>
            /// <param name="size">Rows and columns of the result.</param>
            /// <param name="scaleMin">The smallest part of the image's area.</param>
            /// <param name="scaleMax">The largest part of the image's area.</param>
            /// <param name="ratioMin">The smallest ratio of width to height of the part.</param>
            /// <param name="ratioMax">The largest ratio of width to height of the part.</param>
            /// <param name="interpolation">Bilinear (the default, as in Python), Bicubic, Nearest or NearestExact.</param>
            /// <param name="antialias">Whether shrinking widens the filter; on by default, as torchvision since 0.17.</param>
            public static ITransform RandomResizedCrop(
                int size, double scaleMin = 0.08, double scaleMax = 1, double ratioMin = 0.75, double ratioMax = 4.0 / 3.0,
                InterpolationMode interpolation = InterpolationMode.Bilinear, bool antialias = true) =>
                new RandomResizedCrop(size, size, (scaleMin, scaleMax), (ratioMin, ratioMax), interpolation, antialias);

            /// <summary>Cuts a random part out of an image and resizes it to a square, the ranges as in Python.</summary>
            /// <param name="size">Rows and columns of the result.</param>
            /// <param name="scale">Smallest and largest part of the image's area.</param>
            /// <param name="ratio">Smallest and largest ratio of width to height; 3/4 to 4/3 if null.</param>
            /// <param name="interpolation">Bilinear, Bicubic, Nearest or NearestExact.</param>
            /// <param name="antialias">Whether shrinking widens the filter.</param>
            public static ITransform RandomResizedCrop(
                int size, (double, double) scale, (double, double)? ratio = null,
                InterpolationMode interpolation = InterpolationMode.Bilinear, bool antialias = true) =>
                new RandomResizedCrop(size, size, scale, ratio ?? (0.75, 4.0 / 3.0), interpolation, antialias);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Cuts a random part out of an image and resizes it.</summary>
    /// <param name="height">Rows of the result.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="scale">Smallest and largest part of the image's area.</param>
    /// <param name="ratio">Smallest and largest ratio of width to height.</param>
    /// <param name="interpolation">Bilinear, Bicubic, Nearest or NearestExact.</param>
    /// <param name="antialias">Whether shrinking widens the filter.</param>
    public sealed record RandomResizedCrop(
        int height, int width, (double, double) scale, (double, double) ratio,
        InterpolationMode interpolation = InterpolationMode.Bilinear, bool antialias = true) : torchvision.ITransform
    {
        private const int Tries = 10;

        /// <summary>
        /// Draws a part of the image: per try the area, uniform in <paramref name="scale"/>, then the ratio, log-uniform, and if it fits the row
        /// and the column. After ten misfits: the largest part in the middle whose ratio is allowed, and nothing more is drawn.
        /// </summary>
        /// <param name="img">The image.</param>
        /// <param name="scale">Smallest and largest part of the image's area.</param>
        /// <param name="ratio">Smallest and largest ratio of width to height.</param>
        /// <returns>The first row and column (i, j) and the size (h, w) of the part.</returns>
        public static (int i, int j, int h, int w) get_params(Tensor img, (double, double) scale, (double, double) ratio)
        {
            var (rows, columns) = ImageSize.Of(img);
            var area = (double)rows * columns;
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                var target = area * Draws.Uniform(scale.Item1, scale.Item2);
                var aspect = Draws.LogUniform(ratio.Item1, ratio.Item2);
                var w = ImageSize.Round(Math.Sqrt(target * aspect));
                var h = ImageSize.Round(Math.Sqrt(target / aspect));
                if (w > 0 && w <= columns && h > 0 && h <= rows)
                {
                    var i = Draws.Integer(0, rows - h + 1);
                    var j = Draws.Integer(0, columns - w + 1);
                    return (i, j, h, w);
                }
            }
            var (fallbackHeight, fallbackWidth) = (rows, columns);
            if ((double)columns / rows < Math.Min(ratio.Item1, ratio.Item2))
            {
                fallbackHeight = ImageSize.Round(columns / Math.Min(ratio.Item1, ratio.Item2));
            }
            else if ((double)columns / rows > Math.Max(ratio.Item1, ratio.Item2))
            {
                fallbackWidth = ImageSize.Round(rows * Math.Max(ratio.Item1, ratio.Item2));
            }
            return ((rows - fallbackHeight) / 2, (columns - fallbackWidth) / 2, fallbackHeight, fallbackWidth);
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            var (i, j, h, w) = get_params(input, scale, ratio);
            return torchvision.transforms.functional.resized_crop(input, i, j, h, w, height, width, interpolation, antialias);
        }
    }
}
