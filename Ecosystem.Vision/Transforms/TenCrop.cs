using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>The five crops of an image and those of its mirror image, stacked in front: [10, ..., height, width].</summary>
            /// <param name="height">Rows of a crop.</param>
            /// <param name="width">Columns of a crop.</param>
            /// <param name="vertical_flip">Whether the mirror image is upside down rather than left to right.</param>
            public static ITransform TenCrop(int height, int width, bool vertical_flip = false) => new TenCrop(height, width, vertical_flip);

            /// <summary>The five square crops of an image and those of its mirror image, stacked in front: [10, ..., size, size].</summary>
            /// <param name="size">Rows and columns of a crop.</param>
            /// <param name="vertical_flip">Whether the mirror image is upside down rather than left to right.</param>
            public static ITransform TenCrop(int size, bool vertical_flip = false) => new TenCrop(size, size, vertical_flip);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>The five crops of an image and those of its mirror image, stacked in front: [10, ..., height, width].</summary>
    /// <param name="height">Rows of a crop.</param>
    /// <param name="width">Columns of a crop.</param>
    /// <param name="vertical_flip">Whether the mirror image is upside down rather than left to right.</param>
    public sealed record TenCrop(int height, int width, bool vertical_flip = false) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => Crops.Stacked(torchvision.transforms.functional.ten_crop(input, height, width, vertical_flip));
    }
}
