using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Overwrites a random rectangle of an image, sometimes.</summary>
            /// <param name="p">How often, in [0, 1].</param>
            /// <param name="scale">Smallest and largest part of the image's area; 0.02 to 0.33 if null.</param>
            /// <param name="ratio">Smallest and largest ratio of height to width; 0.3 to 3.3 if null.</param>
            /// <param name="value">What to write: one value or one per channel; null for normal random numbers (Python's "random").</param>
            /// <param name="inplace">Whether the image itself is changed.</param>
            public static ITransform RandomErasing(
                double p, (double, double)? scale, (double, double)? ratio, double[]? value, bool inplace = false) =>
                new RandomErasing(p, scale ?? (0.02, 0.33), ratio ?? (0.3, 3.3), value, inplace);

            /// <summary>Overwrites a random rectangle of an image with one value, sometimes.</summary>
            /// <param name="p">How often, in [0, 1].</param>
            /// <param name="scale">Smallest and largest part of the image's area; 0.02 to 0.33 if null.</param>
            /// <param name="ratio">Smallest and largest ratio of height to width; 0.3 to 3.3 if null.</param>
            /// <param name="value">What to write.</param>
            /// <param name="inplace">Whether the image itself is changed.</param>
            public static ITransform RandomErasing(
                double p = 0.5, (double, double)? scale = null, (double, double)? ratio = null, double value = 0, bool inplace = false) =>
                new RandomErasing(p, scale ?? (0.02, 0.33), ratio ?? (0.3, 3.3), [value], inplace);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Overwrites a random rectangle of an image, where one drawn number is below a probability.</summary>
    /// <param name="p">How often, in [0, 1].</param>
    /// <param name="scale">Smallest and largest part of the image's area.</param>
    /// <param name="ratio">Smallest and largest ratio of height to width.</param>
    /// <param name="value">What to write: one value or one per channel; null for normal random numbers.</param>
    /// <param name="inplace">Whether the image itself is changed.</param>
    public sealed record RandomErasing(double p, (double, double) scale, (double, double) ratio, double[]? value, bool inplace = false)
        : torchvision.ITransform
    {
        private const int Tries = 10;

        /// <summary>
        /// Draws a rectangle: per try the area, then the ratio, log-uniform, and if it is smaller than the image the random values (if there
        /// are any), the row and the column.
        /// </summary>
        /// <param name="img">The image, [..., C, H, W].</param>
        /// <param name="scale">Smallest and largest part of the image's area.</param>
        /// <param name="ratio">Smallest and largest ratio of height to width.</param>
        /// <param name="value">One value or one per channel; null for normal random numbers.</param>
        /// <returns>The rectangle and what to write, which the caller owns; null after ten tries without a fit.</returns>
        public static (int i, int j, int h, int w, Tensor v)? get_params(
            Tensor img, (double, double) scale, (double, double) ratio, double[]? value)
        {
            var channels = ImageSize.Channels(img);
            var (rows, columns) = ImageSize.Of(img);
            if (value is not null && value.Length != 1 && value.Length != channels)
            {
                throw new ArgumentException($"Erasing takes one value or one for each of the {channels} channels, not {value.Length}.", nameof(value));
            }
            var area = (double)rows * columns;
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                var target = area * Draws.Uniform(scale.Item1, scale.Item2);
                var aspect = Draws.LogUniform(ratio.Item1, ratio.Item2);
                var h = ImageSize.Round(Math.Sqrt(target * aspect));
                var w = ImageSize.Round(Math.Sqrt(target / aspect));
                if (h < rows && w < columns)
                {
                    var written = value is null
                        ? Draws.Normal([channels, h, w], ScalarType.Float32, img.device)
                        : torchvision.transforms.functional.PerChannel(value, ScalarType.Float32, img.device);
                    var i = Draws.Integer(0, rows - h + 1);
                    var j = Draws.Integer(0, columns - w + 1);
                    return (i, j, h, w, written);
                }
            }
            return null;
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            if (!Draws.Happens(p) || get_params(input, scale, ratio, value) is not (int i, int j, int h, int w, Tensor v))
            {
                return input.alias();
            }
            using (v)
            {
                return torchvision.transforms.functional.erase(input, i, j, h, w, v, inplace);
            }
        }
    }
}
