using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Spreads the values of each channel of a uint8 image so that they occur about equally often.</summary>
            public static ITransform Equalize() => new Equalize();
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Spreads the values of each channel of a uint8 image so that they occur about equally often.</summary>
    public sealed record Equalize : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.equalize(input);
    }
}
