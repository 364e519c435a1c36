using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Inverts the values at or above a threshold.</summary>
            /// <param name="threshold">In the image's own units: up to 255 for uint8, up to 1 for floating point.</param>
            public static ITransform Solarize(double threshold) => new Solarize(threshold);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Inverts the values at or above a threshold.</summary>
    /// <param name="threshold">In the image's own units: up to 255 for uint8, up to 1 for floating point.</param>
    public sealed record Solarize(double threshold) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.solarize(input, threshold);
    }
}
