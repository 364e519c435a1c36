using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Applies a transform, sometimes.</summary>
            /// <param name="transform">The transform.</param>
            /// <param name="p">How often, in [0, 1].</param>
            public static ITransform Randomize(ITransform transform, double p = 0.1) => new Randomize(transform, p);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Applies a transform where one drawn number in [0, 1) is below a probability.</summary>
    /// <param name="transform">The transform.</param>
    /// <param name="p">How often, in [0, 1].</param>
    public sealed record Randomize(torchvision.ITransform transform, double p) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => Draws.Happens(p) ? transform.call(input) : input.alias();
    }
}
