using Torchlight.Vision.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        private static readonly CodecImager Upright = new() { ApplyExifOrientation = true };

        /// <summary>Decodes a picture that lies in memory: Python's <c>torchvision.io.decode_image</c>.</summary>
        /// <param name="image">The bytes of the file, a uint8 tensor with one dimension.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="imager">The decoder; <see cref="DefaultImager"/> if null.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="ImageFormatException">The bytes are not a picture that can be read.</exception>
        /// <exception cref="ArgumentException">The tensor has another dtype or shape.</exception>
        public static Tensor decode_image(Tensor image, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null)
        {
            using Tensor file = FileTensor(image, nameof(image));
            return (imager ?? DefaultImager).DecodeImage(file.bytes, mode);
        }

        /// <summary>Decodes a picture that lies in memory, upright if asked: Python's <c>torchvision.io.decode_image</c>.</summary>
        /// <param name="image">The bytes of the file, a uint8 tensor with one dimension.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="apply_exif_orientation">Whether to turn the picture as its EXIF orientation asks.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="ImageFormatException">The bytes are not a picture that can be read.</exception>
        public static Tensor decode_image(Tensor image, ImageReadMode mode, bool apply_exif_orientation) =>
            decode_image(image, mode, apply_exif_orientation ? Upright : null);

        /// <summary>Decodes a JPEG: Python's <c>torchvision.io.decode_jpeg</c>. Reads CMYK and YCCK as RGB too, which Python's refuses.</summary>
        /// <param name="input">The bytes of the file, a uint8 tensor with one dimension.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="device">Where the decoded picture goes after being decoded on the CPU; null leaves it there.</param>
        /// <param name="apply_exif_orientation">Whether to turn the picture as its EXIF orientation asks.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="ImageFormatException">The bytes are not a JPEG that can be read.</exception>
        public static Tensor decode_jpeg(
            Tensor input, ImageReadMode mode = ImageReadMode.UNCHANGED, Device? device = null, bool apply_exif_orientation = false)
        {
            Tensor picture = Decode(input, mode, CodecFormat.Jpeg, apply_exif_orientation);
            if (device is null || device.type == DeviceType.CPU)
            {
                return picture;
            }

            using (picture)
            {
                return picture.to(device);
            }
        }

        /// <summary>
        /// Decodes a PNG: Python's <c>torchvision.io.decode_png</c>. Sixteen bits a channel become eight (the upper ones), which Python's refuses.
        /// </summary>
        /// <param name="input">The bytes of the file, a uint8 tensor with one dimension.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="apply_exif_orientation">Whether to turn the picture as its EXIF orientation asks.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="ImageFormatException">The bytes are not a PNG that can be read.</exception>
        public static Tensor decode_png(Tensor input, ImageReadMode mode = ImageReadMode.UNCHANGED, bool apply_exif_orientation = false) =>
            Decode(input, mode, CodecFormat.Png, apply_exif_orientation);

        /// <summary>Decodes a WebP that is not animated: Python's <c>torchvision.io.decode_webp</c>.</summary>
        /// <param name="input">The bytes of the file, a uint8 tensor with one dimension.</param>
        /// <param name="mode">The channels to convert to.</param>
        /// <param name="apply_exif_orientation">Whether to turn the picture as its EXIF orientation asks.</param>
        /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
        /// <exception cref="ImageFormatException">The bytes are not a WebP that can be read.</exception>
        public static Tensor decode_webp(Tensor input, ImageReadMode mode = ImageReadMode.UNCHANGED, bool apply_exif_orientation = false) =>
            Decode(input, mode, CodecFormat.Webp, apply_exif_orientation);

        private static Tensor Decode(Tensor input, ImageReadMode mode, CodecFormat format, bool upright)
        {
            using Tensor file = FileTensor(input, nameof(input));
            CodecImager imager = upright ? Upright : DefaultImager as CodecImager ?? new CodecImager();
            return imager.DecodeImage(file.bytes, mode, format);
        }
    }
}
