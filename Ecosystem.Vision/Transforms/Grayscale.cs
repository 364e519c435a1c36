using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Turns an image grey.</summary>
            /// <param name="outputChannels">1, or 3 for three equal channels.</param>
            public static ITransform Grayscale(int outputChannels = 1) => new Grayscale(outputChannels);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Turns an image grey.</summary>
    /// <param name="outputChannels">1, or 3 for three equal channels.</param>
    public sealed record Grayscale(int outputChannels = 1) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.rgb_to_grayscale(input, outputChannels);
    }
}
