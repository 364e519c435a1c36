using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>
    /// Transforms of images (Python's <c>torchvision.transforms</c>): each method makes one, to be applied with <c>call</c>. The defaults are
    /// torchvision's: bilinear interpolation with antialiasing.
    /// </summary>
    public static partial class transforms
    {
        /// <summary>
        /// The transforms as functions of an image and explicit parameters (Python's <c>torchvision.transforms.functional</c>).
        /// Images are tensors [..., C, H, W], whole numbers in [0, 255] or floating point in [0, 1]; each function leaves its input alone
        /// and returns a tensor that the caller owns.
        /// </summary>
        public static partial class functional
        {
            /// <summary>Channels, height and width of an image.</summary>
            public static (long channels, long height, long width) get_dimensions(Tensor img)
            {
                var (height, width) = ImageSize.Of(img);
                return (ImageSize.Channels(img), height, width);
            }

            /// <summary>The number of channels of an image.</summary>
            public static int get_image_num_channels(Tensor img) => ImageSize.Channels(img);

            /// <summary>Width and height of an image, in this order, as in Python.</summary>
            public static (int width, int height) get_image_size(Tensor img)
            {
                var (height, width) = ImageSize.Of(img);
                return (width, height);
            }
        }
    }
}
