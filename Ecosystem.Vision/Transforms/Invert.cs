using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>The negative of an image: full brightness minus each value.</summary>
            public static ITransform Invert() => new Invert();
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>The negative of an image: full brightness minus each value.</summary>
    public sealed record Invert : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.invert(input);
    }
}
