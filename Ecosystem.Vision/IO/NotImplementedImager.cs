using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>
        /// An imager that refuses everything, as in TorchSharp: set as <see cref="DefaultImager"/> it makes every use of an imager that was not
        /// passed an error.
        /// </summary>
        public class NotImplementedImager : Imager
        {
            /// <inheritdoc/>
            public override Tensor DecodeImage(Stream image, ImageReadMode mode = ImageReadMode.UNCHANGED) => throw Refusal();

            /// <inheritdoc/>
            public override Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED) => throw Refusal();

            /// <inheritdoc/>
            public override void EncodeImage(Tensor image, ImageFormat format, Stream stream) => throw Refusal();

            /// <inheritdoc/>
            public override byte[] EncodeImage(Tensor image, ImageFormat format) => throw Refusal();

            private static NotSupportedException Refusal() =>
                new("No imager is set: pass one, or assign torchvision.io.DefaultImager, for instance a new torchvision.io.CodecImager().");
        }
    }
}
