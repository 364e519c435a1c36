using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Vision.Interop;

/// <summary>The codecs as spans and tensors: the one place that calls <see cref="CodecMethods"/>.</summary>
internal static unsafe class Codec
{
    private const int MessageCapacity = 512;

    /// <summary>Decodes a file that lies in memory to planes.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="required">The format that it must have, or <see cref="CodecFormat.Unknown"/> for any.</param>
    /// <returns>A new uint8 tensor of shape [channels, height, width].</returns>
    /// <exception cref="ImageFormatException">It is not a picture, is truncated, corrupt or too large.</exception>
    internal static Tensor Decode(ReadOnlySpan<byte> file, CodecDecodeOptions options, CodecFormat required = CodecFormat.Unknown)
    {
        byte* message = stackalloc byte[MessageCapacity];
        fixed (byte* data = file)
        {
            CodecImage image;
            Check(CodecMethods.tlv_probe(data, file.Length, &options, &image, message, MessageCapacity), message);
            if (required != CodecFormat.Unknown && image.Format != required)
            {
                throw new ImageFormatException(ImageProblem.UnknownFormat, $"expected a {required} file but this is a {image.Format} file");
            }

            Tensor planes = empty([image.Channels, image.Height, image.Width], dtype: uint8);
            try
            {
                Span<byte> bytes = planes.bytes;
                fixed (byte* target = bytes)
                {
                    Check(CodecMethods.tlv_decode(data, file.Length, &options, target, bytes.Length, message, MessageCapacity), message);
                }

                return planes;
            }
            catch
            {
                planes.Dispose();
                throw;
            }
        }
    }

    /// <summary>Encodes planes to a file in memory.</summary>
    /// <param name="picture">uint8 tensor of shape [channels, height, width] on any device, in any layout.</param>
    /// <param name="options">Format and quality.</param>
    /// <exception cref="ArgumentException">The tensor or an option does not fit the format.</exception>
    internal static EncodedImage Encode(Tensor picture, CodecEncodeOptions options)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.dtype != uint8 || picture.dim() != 3)
        {
            throw new ArgumentException(
                $"A picture to encode is a uint8 tensor of shape [channels, height, width]; this one is {picture.dtype} of shape [{string.Join(", ", picture.shape)}].",
                nameof(picture));
        }

        long[] shape = picture.shape;
        if (shape[1] is < 1 or > int.MaxValue || shape[2] is < 1 or > int.MaxValue)
        {
            throw new ArgumentException($"A picture to encode has at least one pixel; this one has the shape [{string.Join(", ", shape)}].", nameof(picture));
        }

        using Tensor onHost = picture.cpu();
        using Tensor planes = onHost.contiguous();
        byte* message = stackalloc byte[MessageCapacity];
        byte* encoded = null;
        long size = 0;
        fixed (byte* source = planes.bytes)
        {
            CodecStatus status = CodecMethods.tlv_encode(
                source, (int)shape[0], (int)shape[1], (int)shape[2], &options, &encoded, &size, message, MessageCapacity);
            Check(status, message);
        }

        return new EncodedImage(encoded, size);
    }

    private static void Check(CodecStatus status, byte* message)
    {
        if (status != CodecStatus.Ok)
        {
            throw Failure(status, Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(message)));
        }
    }

    private static Exception Failure(CodecStatus status, string message) => status switch
    {
        CodecStatus.UnknownFormat => new ImageFormatException(ImageProblem.UnknownFormat, message),
        CodecStatus.Truncated => new ImageFormatException(ImageProblem.Truncated, message),
        CodecStatus.Corrupt => new ImageFormatException(ImageProblem.Corrupt, message),
        CodecStatus.TooLarge => new ImageFormatException(ImageProblem.TooLarge, message),
        CodecStatus.Unsupported => new ImageFormatException(ImageProblem.Unsupported, message),
        CodecStatus.InvalidArgument => new ArgumentException(message),
        CodecStatus.OutOfMemory => new OutOfMemoryException(message),
        _ => new InvalidOperationException($"The image codecs failed: {message}"),
    };
}
