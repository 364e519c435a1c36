using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>The four corners and the middle of an image, stacked in front: [5, ..., height, width].</summary>
            /// <param name="height">Rows of a crop.</param>
            /// <param name="width">Columns of a crop.</param>
            public static ITransform FiveCrop(int height, int width) => new FiveCrop(height, width);

            /// <summary>The four corners and the middle of an image, stacked in front: [5, ..., size, size].</summary>
            /// <param name="size">Rows and columns of a crop.</param>
            public static ITransform FiveCrop(int size) => new FiveCrop(size, size);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>The four corners and the middle of an image, stacked in front: [5, ..., height, width].</summary>
    /// <param name="height">Rows of a crop.</param>
    /// <param name="width">Columns of a crop.</param>
    public sealed record FiveCrop(int height, int width) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => Crops.Stacked(Cut(input));

        private Tensor[] Cut(Tensor input)
        {
            var (a, b, c, d, e) = torchvision.transforms.functional.five_crop(input, height, width);
            return [a, b, c, d, e];
        }
    }
}
