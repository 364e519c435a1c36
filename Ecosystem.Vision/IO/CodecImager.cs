using Torchlight.Vision.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Image files, transforms, data sets and models (Python's <c>torchvision</c>).</summary>
public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>
        /// JPEG, PNG and WebP through libjpeg-turbo, libpng and libwebp: the default imager. Its pixels equal torchvision's, and so do the bytes
        /// of the JPEG and PNG files that it writes. An instance does not change and may be used by many threads at once.
        /// </summary>
        public sealed class CodecImager : Imager
        {
            /// <summary>The limit of <see cref="MaxPixels"/> unless another is set: where Pillow refuses a picture as a decompression bomb.</summary>
            public const long DefaultMaxPixels = 2 * 178_956_970L;

            /// <summary>Makes an imager.</summary>
            /// <param name="quality">Quality of JPEG (1 to 100) and lossy WebP files; 75 as in torchvision.</param>
            /// <exception cref="ArgumentOutOfRangeException">The quality is not 1 to 100.</exception>
            public CodecImager(int quality = 75)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
                Quality = quality;
            }

            /// <summary>Quality of JPEG and lossy WebP files, 1 to 100.</summary>
            public int Quality { get; }

            /// <summary>How hard PNG files are compressed, 0 (not) to 9; 6 as in torchvision.</summary>
            public int CompressionLevel { get; init; } = 6;

            /// <summary>Whether WebP files keep every value.</summary>
            public bool LosslessWebp { get; init; }

            /// <summary>Whether pictures are turned as their EXIF orientation asks; off, as in torchvision.</summary>
            public bool ApplyExifOrientation { get; init; }

            /// <summary>
            /// Decodes JPEG files at n/8 of their size, which is much faster than decoding and shrinking (thumbnails); 8 is the full size. PNG and
            /// WebP files are not affected.
            /// </summary>
            public int JpegScaleEighths { get; init; } = 8;

            /// <summary>A picture with more pixels is refused before memory is allocated for it.</summary>
            public long MaxPixels { get; init; } = DefaultMaxPixels;

            /// <inheritdoc/>
            /// <exception cref="ImageFormatException">The stream does not hold a picture that can be read.</exception>
            public override Tensor DecodeImage(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED)
            {
                using PooledFile file = PooledFile.Read(stream);
                return DecodeImage(file.Bytes, mode);
            }

            /// <inheritdoc/>
            /// <exception cref="ImageFormatException">The bytes are not a picture that can be read.</exception>
            public override Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED)
            {
                ArgumentNullException.ThrowIfNull(data);
                return DecodeImage(data.AsSpan(), mode);
            }

            /// <inheritdoc/>
            /// <exception cref="ImageFormatException">The bytes are not a picture that can be read.</exception>
            public override Tensor DecodeImage(ReadOnlySpan<byte> data, ImageReadMode mode = ImageReadMode.UNCHANGED) => Codec.Decode(data, Reading(mode));

            /// <inheritdoc/>
            /// <exception cref="ArgumentException">The tensor does not fit the format.</exception>
            /// <exception cref="NotSupportedException">The format is not JPEG, PNG or WebP.</exception>
            public override void EncodeImage(Tensor image, ImageFormat format, Stream stream)
            {
                ArgumentNullException.ThrowIfNull(stream);
                using EncodedImage file = Encode(image, format);
                stream.Write(file.Bytes);
            }

            /// <inheritdoc/>
            /// <exception cref="ArgumentException">The tensor does not fit the format.</exception>
            /// <exception cref="NotSupportedException">The format is not JPEG, PNG or WebP.</exception>
            public override byte[] EncodeImage(Tensor image, ImageFormat format)
            {
                using EncodedImage file = Encode(image, format);
                return file.Bytes.ToArray();
            }

            internal Tensor DecodeImage(ReadOnlySpan<byte> data, ImageReadMode mode, CodecFormat required) => Codec.Decode(data, Reading(mode), required);

            internal EncodedImage Encode(Tensor image, ImageFormat format) => Codec.Encode(image, new CodecEncodeOptions
            {
                Format = format switch
                {
                    ImageFormat.Jpeg => CodecFormat.Jpeg,
                    ImageFormat.Png => CodecFormat.Png,
                    ImageFormat.Webp => CodecFormat.Webp,
                    _ => throw new NotSupportedException($"The default imager writes JPEG, PNG and WebP files, not {format}."),
                },
                Quality = Quality,
                Level = CompressionLevel,
                Lossless = LosslessWebp ? 1 : 0,
            });

            private CodecDecodeOptions Reading(ImageReadMode mode) => new()
            {
                MaxPixels = MaxPixels,
                Mode = (int)mode,
                ApplyOrientation = ApplyExifOrientation ? 1 : 0,
                ScaleEighths = JpegScaleEighths,
            };
        }
    }
}
