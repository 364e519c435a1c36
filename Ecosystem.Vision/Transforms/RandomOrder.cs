using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Applies all of the transforms, in random order.</summary>
            /// <param name="transforms">The transforms.</param>
            public static ITransform RandomOrder(params ITransform[] transforms) => new RandomOrder(transforms);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Applies transforms in random order. One <c>randperm</c> draw orders them, as in torchvision's v2.</summary>
    /// <param name="transforms">The transforms.</param>
    public sealed record RandomOrder(torchvision.ITransform[] transforms) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) =>
            new Compose(Draws.Permutation(transforms.Length).Select(index => transforms[index])).call(input);
    }
}
