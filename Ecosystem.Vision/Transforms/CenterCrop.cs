using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Cuts the middle out of an image; an image that is smaller is first padded with zeros.</summary>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            public static ITransform CenterCrop(int height, int width) => new CenterCrop(height, width);

            /// <summary>Cuts the middle square out of an image; an image that is smaller is first padded with zeros.</summary>
            /// <param name="size">Rows and columns of the result.</param>
            public static ITransform CenterCrop(int size) => new CenterCrop(size, size);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Cuts the middle out of an image; an image that is smaller is first padded with zeros.</summary>
    /// <param name="height">Rows of the result.</param>
    /// <param name="width">Columns of the result.</param>
    public sealed record CenterCrop(int height, int width) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.center_crop(input, height, width);
    }
}
