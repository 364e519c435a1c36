using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Turns an image grey, sometimes; it keeps its number of channels.</summary>
            /// <param name="p">How often, in [0, 1].</param>
            public static ITransform RandomGrayscale(double p = 0.1) => new RandomGrayscale(p);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Turns an image grey where one drawn number is below a probability; it keeps its number of channels.</summary>
    /// <param name="p">How often, in [0, 1].</param>
    public sealed record RandomGrayscale(double p = 0.1) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => Draws.Happens(p)
            ? torchvision.transforms.functional.rgb_to_grayscale(input, ImageSize.Channels(input))
            : input.alias();
    }
}
