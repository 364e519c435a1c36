using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>Reads a picture: Python's <c>torchvision.io.read_image</c>.</summary>
        /// <param name="filename">A JPEG, PNG or WebP file.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="imager">The decoder; <see cref="DefaultImager"/> if null.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="ImageFormatException">It is not a picture that can be read; the message names the file and says why.</exception>
        public static Tensor read_image(string filename, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null)
        {
            using PooledFile file = PooledFile.Read(filename);
            try
            {
                return (imager ?? DefaultImager).DecodeImage(file.Bytes, mode);
            }
            catch (ImageFormatException error)
            {
                throw error.In(filename);
            }
        }

        /// <summary>Reads a picture, upright if asked: Python's <c>torchvision.io.read_image</c>.</summary>
        /// <param name="filename">A JPEG, PNG or WebP file.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="apply_exif_orientation">Whether to turn the picture as its EXIF orientation asks.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="ImageFormatException">It is not a picture that can be read.</exception>
        public static Tensor read_image(string filename, ImageReadMode mode, bool apply_exif_orientation) =>
            read_image(filename, mode, apply_exif_orientation ? Upright : null);

        /// <summary>Reads a picture from a stream.</summary>
        /// <param name="stream">The file, read to its end and left open.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="imager">The decoder; <see cref="DefaultImager"/> if null.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="ImageFormatException">It is not a picture that can be read.</exception>
        public static Tensor read_image(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null) =>
            (imager ?? DefaultImager).DecodeImage(stream, mode);

        /// <summary>Reads a picture without blocking a thread; decoding happens on the thread pool.</summary>
        /// <param name="filename">A JPEG, PNG or WebP file.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="imager">The decoder; <see cref="DefaultImager"/> if null.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="ImageFormatException">It is not a picture that can be read; the message names the file and says why.</exception>
        public static async Task<Tensor> read_image_async(string filename, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null)
        {
            using FileStream file = PooledFile.Open(filename, asynchronous: true);
            try
            {
                return await (imager ?? DefaultImager).DecodeImageAsync(file, mode).ConfigureAwait(false);
            }
            catch (ImageFormatException error)
            {
                throw error.In(filename);
            }
        }

        /// <summary>Reads a picture from a stream without blocking a thread; decoding happens on the thread pool.</summary>
        /// <param name="stream">The file, read to its end and left open.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="imager">The decoder; <see cref="DefaultImager"/> if null.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="ImageFormatException">It is not a picture that can be read.</exception>
        public static Task<Tensor> read_image_async(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null) =>
            (imager ?? DefaultImager).DecodeImageAsync(stream, mode);
    }
}
