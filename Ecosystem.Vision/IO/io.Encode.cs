using Torchlight.Vision.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>Encodes a picture.</summary>
        /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
        /// <param name="format">The format to write.</param>
        /// <param name="imager">The encoder; <see cref="DefaultImager"/> if null.</param>
        /// <returns>The bytes of the file, a uint8 tensor with one dimension.</returns>
        /// <exception cref="ArgumentException">The tensor does not fit the format.</exception>
        public static Tensor encode_image(Tensor image, ImageFormat format, Imager? imager = null) =>
            ToTensor((imager ?? DefaultImager).EncodeImage(image, format));

        /// <summary>Encodes a JPEG, byte for byte as Python's <c>torchvision.io.encode_jpeg</c>.</summary>
        /// <param name="input">A uint8 tensor of shape [channels, height, width] with one channel or three.</param>
        /// <param name="quality">1 to 100.</param>
        /// <returns>The bytes of the file, a uint8 tensor with one dimension.</returns>
        /// <exception cref="ArgumentException">The tensor or the quality does not fit.</exception>
        public static Tensor encode_jpeg(Tensor input, int quality = 75)
        {
            using EncodedImage file = Codec.Encode(input, new CodecEncodeOptions { Format = CodecFormat.Jpeg, Quality = quality });
            return ToTensor(file.Bytes);
        }

        /// <summary>Encodes a PNG, byte for byte as Python's <c>torchvision.io.encode_png</c>, which writes no alpha.</summary>
        /// <param name="input">A uint8 tensor of shape [channels, height, width]: grey, grey and alpha, RGB, RGB and alpha.</param>
        /// <param name="compression_level">0 (none) to 9.</param>
        /// <returns>The bytes of the file, a uint8 tensor with one dimension.</returns>
        /// <exception cref="ArgumentException">The tensor or the level does not fit.</exception>
        public static Tensor encode_png(Tensor input, int compression_level = 6)
        {
            using EncodedImage file = Codec.Encode(input, new CodecEncodeOptions { Format = CodecFormat.Png, Level = compression_level });
            return ToTensor(file.Bytes);
        }

        /// <summary>Encodes a WebP.</summary>
        /// <param name="input">A uint8 tensor of shape [channels, height, width]: grey, grey and alpha, RGB, RGB and alpha.</param>
        /// <param name="quality">0 to 100; of a lossless file, how much effort goes into making it small.</param>
        /// <param name="lossless">Whether to keep every value. Grey is stored as three equal channels.</param>
        /// <returns>The bytes of the file, a uint8 tensor with one dimension.</returns>
        /// <exception cref="ArgumentException">The tensor or the quality does not fit.</exception>
        public static Tensor encode_webp(Tensor input, int quality = 80, bool lossless = false)
        {
            var options = new CodecEncodeOptions { Format = CodecFormat.Webp, Quality = quality, Lossless = lossless ? 1 : 0 };
            using EncodedImage file = Codec.Encode(input, options);
            return ToTensor(file.Bytes);
        }
    }
}
