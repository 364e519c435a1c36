using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Blends an image with its mean grey.</summary>
            /// <param name="contrast_factor">0 gives grey, 1 the image, 2 twice the contrast.</param>
            public static ITransform AdjustContrast(double contrast_factor) => new AdjustContrast(contrast_factor);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Blends an image with its mean grey.</summary>
    /// <param name="contrast_factor">0 gives grey, 1 the image, 2 twice the contrast.</param>
    public sealed record AdjustContrast(double contrast_factor) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.adjust_contrast(input, contrast_factor);
    }
}
