using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>
        /// What turns image files into tensors and back. <see cref="DefaultImager"/> is used where no other is passed; another library's codecs
        /// are plugged in by deriving from this class.
        /// </summary>
        public abstract class Imager
        {
            /// <summary>Decodes a picture.</summary>
            /// <param name="stream">The file, read to its end.</param>
            /// <param name="mode">The channels to convert to.</param>
            /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
            public abstract Tensor DecodeImage(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED);

            /// <summary>Decodes a picture.</summary>
            /// <param name="data">The whole file.</param>
            /// <param name="mode">The channels to convert to.</param>
            /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
            public abstract Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED);

            /// <summary>Decodes a picture without copying the file first, where the imager can.</summary>
            /// <param name="data">The whole file.</param>
            /// <param name="mode">The channels to convert to.</param>
            /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
            public virtual Tensor DecodeImage(ReadOnlySpan<byte> data, ImageReadMode mode = ImageReadMode.UNCHANGED) => DecodeImage(data.ToArray(), mode);

            /// <summary>Reads the stream asynchronously and decodes on the thread pool.</summary>
            /// <param name="stream">The file, read to its end.</param>
            /// <param name="mode">The channels to convert to.</param>
            /// <param name="cancellationToken">Gives up between reading and decoding, and while reading.</param>
            /// <returns>A uint8 tensor of shape [channels, height, width].</returns>
            public virtual async Task<Tensor> DecodeImageAsync(
                Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, CancellationToken cancellationToken = default)
            {
                ArgumentNullException.ThrowIfNull(stream);
                using var file = new MemoryStream();
                await stream.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                return await Task.Run(() => DecodeImage(file.GetBuffer().AsSpan(0, (int)file.Length), mode), cancellationToken).ConfigureAwait(false);
            }

            /// <summary>Encodes a picture to a stream.</summary>
            /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
            /// <param name="format">The format to write.</param>
            /// <param name="stream">Where to; left open.</param>
            public abstract void EncodeImage(Tensor image, ImageFormat format, Stream stream);

            /// <summary>Encodes a picture.</summary>
            /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
            /// <param name="format">The format to write.</param>
            /// <returns>The whole file.</returns>
            public abstract byte[] EncodeImage(Tensor image, ImageFormat format);

            /// <summary>Encodes on the thread pool and writes to the stream asynchronously.</summary>
            /// <param name="image">A uint8 tensor of shape [channels, height, width].</param>
            /// <param name="format">The format to write.</param>
            /// <param name="stream">Where to; left open.</param>
            /// <param name="cancellationToken">Gives up between encoding and writing, and while writing.</param>
            public virtual async Task EncodeImageAsync(
                Tensor image, ImageFormat format, Stream stream, CancellationToken cancellationToken = default)
            {
                ArgumentNullException.ThrowIfNull(stream);
                byte[] file = await Task.Run(() => EncodeImage(image, format), cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(file, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
