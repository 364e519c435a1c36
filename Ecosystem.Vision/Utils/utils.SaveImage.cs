using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class utils
    {
        /// <summary>Saves pictures as one grid, in the format that the file's ending names: Python's <c>torchvision.utils.save_image</c>.</summary>
        /// <param name="tensor">
        /// Pictures as <see cref="make_grid(Tensor, long, int, bool, ValueTuple{double, double}?, bool, double)"/> takes them, with values from 0 to 1;
        /// or of dtype uint8, which are saved as they are.
        /// </param>
        /// <param name="filename">A file that ends in .png, .jpg, .jpeg or .webp.</param>
        /// <param name="nrow">How many stand side by side.</param>
        /// <param name="padding">Pixels between pictures and around them.</param>
        /// <param name="normalize">Whether to map the values to 0 to 1.</param>
        /// <param name="value_range">What becomes 0 and 1; null: the smallest and the largest value.</param>
        /// <param name="scale_each">Whether each picture is mapped by its own values.</param>
        /// <param name="pad_value">The value of the padding.</param>
        /// <exception cref="ArgumentException">The ending names no format that is written.</exception>
        public static void save_image(
            Tensor tensor,
            string filename,
            long nrow = 8,
            int padding = 2,
            bool normalize = false,
            (double low, double high)? value_range = null,
            bool scale_each = false,
            double pad_value = 0) =>
            save_image(tensor, filename, FormatOf(filename), nrow, padding, normalize, value_range, scale_each, pad_value);

        /// <summary>Saves pictures as one grid: Python's <c>torchvision.utils.save_image</c>.</summary>
        /// <param name="tensor">Pictures with values from 0 to 1, or of dtype uint8.</param>
        /// <param name="filename">The file.</param>
        /// <param name="format">Its format; <see cref="ImageFormat.Unknown"/> goes by the ending of the name.</param>
        /// <param name="nrow">How many stand side by side.</param>
        /// <param name="padding">Pixels between pictures and around them.</param>
        /// <param name="normalize">Whether to map the values to 0 to 1.</param>
        /// <param name="value_range">What becomes 0 and 1; null: the smallest and the largest value.</param>
        /// <param name="scale_each">Whether each picture is mapped by its own values.</param>
        /// <param name="pad_value">The value of the padding.</param>
        /// <param name="imager">The encoder; <see cref="io.DefaultImager"/> if null.</param>
        public static void save_image(
            Tensor tensor,
            string filename,
            ImageFormat format,
            long nrow = 8,
            int padding = 2,
            bool normalize = false,
            (double low, double high)? value_range = null,
            bool scale_each = false,
            double pad_value = 0,
            io.Imager? imager = null)
        {
            using Tensor grid = make_grid(tensor, nrow, padding, normalize, value_range, scale_each, pad_value);
            using Tensor bytes = ToBytes(grid);
            io.write_image(bytes, filename, format == ImageFormat.Unknown ? FormatOf(filename) : format, imager);
        }

        /// <summary>Saves pictures as one grid to a stream: Python's <c>torchvision.utils.save_image</c>.</summary>
        /// <param name="tensor">Pictures with values from 0 to 1, or of dtype uint8.</param>
        /// <param name="filestream">Where to; left open.</param>
        /// <param name="format">The format.</param>
        /// <param name="nrow">How many stand side by side.</param>
        /// <param name="padding">Pixels between pictures and around them.</param>
        /// <param name="normalize">Whether to map the values to 0 to 1.</param>
        /// <param name="value_range">What becomes 0 and 1; null: the smallest and the largest value.</param>
        /// <param name="scale_each">Whether each picture is mapped by its own values.</param>
        /// <param name="pad_value">The value of the padding.</param>
        /// <param name="imager">The encoder; <see cref="io.DefaultImager"/> if null.</param>
        public static void save_image(
            Tensor tensor,
            Stream filestream,
            ImageFormat format,
            long nrow = 8,
            int padding = 2,
            bool normalize = false,
            (double low, double high)? value_range = null,
            bool scale_each = false,
            double pad_value = 0,
            io.Imager? imager = null)
        {
            using Tensor grid = make_grid(tensor, nrow, padding, normalize, value_range, scale_each, pad_value);
            using Tensor bytes = ToBytes(grid);
            io.write_image(bytes, filestream, format, imager);
        }

        /// <summary>Values from 0 to 1 as bytes, rounded to the nearest, on the host; the caller's to dispose.</summary>
        internal static Tensor ToBytes(Tensor picture)
        {
            if (picture.dtype == uint8)
            {
                return picture.cpu();
            }

            using IDisposable undifferentiated = no_grad();
            using Tensor scaled = picture.mul(255).add_(0.5).clamp_(0, 255);
            using Tensor host = scaled.cpu();
            return host.to(uint8);
        }

        private static ImageFormat FormatOf(string filename)
        {
            ArgumentException.ThrowIfNullOrEmpty(filename);
            string ending = Path.GetExtension(filename).ToLowerInvariant();
            return ending switch
            {
                ".png" => ImageFormat.Png,
                ".jpg" or ".jpeg" => ImageFormat.Jpeg,
                ".webp" => ImageFormat.Webp,
                _ => throw new ArgumentException($"'{filename}' does not end in .png, .jpg, .jpeg or .webp, which would say in which format to save it.", nameof(filename)),
            };
        }
    }
}
