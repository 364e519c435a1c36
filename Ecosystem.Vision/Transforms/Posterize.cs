using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Keeps the highest bits of each value of a uint8 image.</summary>
            /// <param name="bits">Bits to keep, 0 to 8.</param>
            public static ITransform Posterize(int bits) => new Posterize(bits);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Keeps the highest bits of each value of a uint8 image.</summary>
    /// <param name="bits">Bits to keep, 0 to 8.</param>
    public sealed record Posterize(int bits) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.posterize(input, bits);
    }
}
