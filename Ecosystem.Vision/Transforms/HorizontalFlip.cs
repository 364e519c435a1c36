using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Mirrors an image left to right.</summary>
            public static ITransform HorizontalFlip() => new HorizontalFlip();
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Mirrors an image left to right.</summary>
    public sealed record HorizontalFlip : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.hflip(input);
    }
}
