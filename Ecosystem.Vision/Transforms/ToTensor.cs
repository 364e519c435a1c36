using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Converts an image of whole numbers to float32 in [0, 1]; a floating-point image stays as it is. Images are channels-first tensors already.</summary>
            public static ITransform ToTensor() => new ToTensor();
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Converts an image of whole numbers to float32 in [0, 1]; a floating-point image stays as it is. Images are channels-first tensors already.</summary>
    public sealed record ToTensor : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.to_tensor(input);
    }
}
