using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Turns an image upside down.</summary>
            public static ITransform VerticalFlip() => new VerticalFlip();
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Turns an image upside down.</summary>
    public sealed record VerticalFlip : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.vflip(input);
    }
}
