using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Blends an image with a smoothed version of itself.</summary>
            /// <param name="sharpness">0 gives the smoothed image, 1 the image, 2 twice as sharp.</param>
            public static ITransform AdjustSharpness(double sharpness) => new AdjustSharpness(sharpness);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Blends an image with a smoothed version of itself.</summary>
    /// <param name="sharpness">0 gives the smoothed image, 1 the image, 2 twice as sharp.</param>
    public sealed record AdjustSharpness(double sharpness) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.adjust_sharpness(input, sharpness);
    }
}
