using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Stretches each channel of an image so that its darkest value becomes 0 and its brightest full.</summary>
            public static ITransform AutoContrast() => new AutoContrast();
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Stretches each channel of an image so that its darkest value becomes 0 and its brightest full.</summary>
    public sealed record AutoContrast : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.autocontrast(input);
    }
}
