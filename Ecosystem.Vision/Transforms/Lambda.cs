using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Any function of an image as a transform.</summary>
            /// <param name="lambda">The function. It should leave its argument alone and return a tensor of its own.</param>
            public static ITransform Lambda(Func<Tensor, Tensor> lambda) => new Lambda(lambda);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Any function of an image as a transform.</summary>
    /// <param name="lambda">The function. It should leave its argument alone and return a tensor of its own.</param>
    public sealed record Lambda(Func<Tensor, Tensor> lambda) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => lambda(input);
    }
}
