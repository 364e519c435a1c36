using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Applies all of the transforms, or none.</summary>
            /// <param name="transforms">The transforms, in order.</param>
            /// <param name="p">How often, in [0, 1].</param>
            public static ITransform RandomApply(ITransform[] transforms, double p = 0.5) => new RandomApply(new Compose(transforms), p);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Applies a sequence of transforms unless one drawn number in [0, 1) exceeds a probability.</summary>
    /// <param name="transforms">The transforms, in order.</param>
    /// <param name="p">How often, in [0, 1].</param>
    public sealed record RandomApply(Compose transforms, double p) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => (float)p < Draws.Unit() ? input.alias() : transforms.call(input);
    }
}
