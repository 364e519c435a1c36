using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Turns the hue of an image round the colour circle.</summary>
            /// <param name="hue_factor">The turn, in [-0.5, 0.5] of the circle.</param>
            public static ITransform AdjustHue(double hue_factor) => new AdjustHue(hue_factor);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Turns the hue of an image round the colour circle.</summary>
    /// <param name="hue_factor">The turn, in [-0.5, 0.5] of the circle.</param>
    public sealed record AdjustHue(double hue_factor) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.adjust_hue(input, hue_factor);
    }
}
