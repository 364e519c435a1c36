using Torchlight.Vision.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>Writes a picture to a file, over what was there. A reader sees the old file or the new one, never a part of it.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="filename">The file.</param>
        /// <param name="format">Its format.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        /// <exception cref="ArgumentException">The tensor does not fit the format.</exception>
        public static void write_image(Tensor image, string filename, ImageFormat format, Imager? imager = null)
        {
            if ((imager ?? DefaultImager) is CodecImager codecs)
            {
                using EncodedImage file = codecs.Encode(image, format);
                WholeFile.Write(filename, file.Bytes);
                return;
            }

            WholeFile.Write(filename, (imager ?? DefaultImager).EncodeImage(image, format));
        }

        /// <summary>Writes a picture to a stream.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="stream">Where to; left open.</param>
        /// <param name="format">The format.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        /// <exception cref="ArgumentException">The tensor does not fit the format.</exception>
        public static void write_image(Tensor image, Stream stream, ImageFormat format, Imager? imager = null) =>
            (imager ?? DefaultImager).EncodeImage(image, format, stream);

        /// <summary>Writes a PNG file: Python's <c>torchvision.io.write_png</c>.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="filename">The file.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        public static void write_png(Tensor image, string filename, Imager? imager = null) => write_image(image, filename, ImageFormat.Png, imager);

        /// <summary>Writes a PNG file: Python's <c>torchvision.io.write_png</c>.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="filename">The file.</param>
        /// <param name="compression_level">0 (none) to 9.</param>
        public static void write_png(Tensor image, string filename, int compression_level) =>
            write_image(image, filename, ImageFormat.Png, new CodecImager { CompressionLevel = compression_level });

        /// <summary>Writes a PNG to a stream.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="stream">Where to; left open.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        public static void write_png(Tensor image, Stream stream, Imager? imager = null) => write_image(image, stream, ImageFormat.Png, imager);

        /// <summary>Writes a JPEG file: Python's <c>torchvision.io.write_jpeg</c>.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width] with one channel or three.</param>
        /// <param name="filename">The file.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        public static void write_jpeg(Tensor image, string filename, Imager? imager = null) => write_image(image, filename, ImageFormat.Jpeg, imager);

        /// <summary>Writes a JPEG file: Python's <c>torchvision.io.write_jpeg</c>.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width] with one channel or three.</param>
        /// <param name="filename">The file.</param>
        /// <param name="quality">1 to 100.</param>
        public static void write_jpeg(Tensor image, string filename, int quality) =>
            write_image(image, filename, ImageFormat.Jpeg, new CodecImager(quality));

        /// <summary>Writes a JPEG to a stream.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width] with one channel or three.</param>
        /// <param name="stream">Where to; left open.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        public static void write_jpeg(Tensor image, Stream stream, Imager? imager = null) => write_image(image, stream, ImageFormat.Jpeg, imager);

        /// <summary>Encodes and writes the file on the thread pool.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="filename">The file.</param>
        /// <param name="format">Its format.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        public static Task write_image_async(Tensor image, string filename, ImageFormat format, Imager? imager = null) =>
            Task.Run(() => write_image(image, filename, format, imager));

        /// <summary>Encodes on the thread pool, then writes to the stream without blocking a thread.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="stream">Where to; left open.</param>
        /// <param name="format">The format.</param>
        /// <param name="cancellationToken">Gives up.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        public static Task write_image_async(
            Tensor image, Stream stream, ImageFormat format, CancellationToken cancellationToken = default, Imager? imager = null) =>
            (imager ?? DefaultImager).EncodeImageAsync(image, format, stream, cancellationToken);
    }
}
