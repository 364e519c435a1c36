using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Applies a power law to an image: gain x (image in [0, 1]) ^ gamma.</summary>
            /// <param name="gamma">Above 1 darkens shadows, below 1 lightens them.</param>
            /// <param name="gain">A factor.</param>
            public static ITransform AdjustGamma(double gamma, double gain = 1) => new AdjustGamma(gamma, gain);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Applies a power law to an image: gain x (image in [0, 1]) ^ gamma.</summary>
    /// <param name="gamma">Above 1 darkens shadows, below 1 lightens them.</param>
    /// <param name="gain">A factor.</param>
    public sealed record AdjustGamma(double gamma, double gain = 1) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.adjust_gamma(input, gamma, gain);
    }
}
