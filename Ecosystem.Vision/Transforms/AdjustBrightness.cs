using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Multiplies an image's brightness.</summary>
            /// <param name="brightness_factor">0 gives black, 1 the image, 2 twice as bright.</param>
            public static ITransform AdjustBrightness(double brightness_factor) => new AdjustBrightness(brightness_factor);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Multiplies an image's brightness.</summary>
    /// <param name="brightness_factor">0 gives black, 1 the image, 2 twice as bright.</param>
    public sealed record AdjustBrightness(double brightness_factor) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.adjust_brightness(input, brightness_factor);
    }
}
