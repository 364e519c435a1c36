using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Blends an image with its grey version.</summary>
            /// <param name="saturation_factor">0 gives grey, 1 the image, 2 twice the saturation.</param>
            public static ITransform AdjustSaturation(double saturation_factor) => new AdjustSaturation(saturation_factor);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Blends an image with its grey version.</summary>
    /// <param name="saturation_factor">0 gives grey, 1 the image, 2 twice the saturation.</param>
    public sealed record AdjustSaturation(double saturation_factor) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.adjust_saturation(input, saturation_factor);
    }
}
