using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Cuts a rectangle out of an image; what lies outside the image is zero.</summary>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="height">Rows of the result.</param>
            /// <param name="width">Columns of the result.</param>
            public static ITransform Crop(int top, int left, int height, int width) => new Crop(top, left, height, width);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Cuts a rectangle out of an image; what lies outside the image is zero.</summary>
    /// <param name="top">The first row.</param>
    /// <param name="left">The first column.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="width">Columns of the result.</param>
    public sealed record Crop(int top, int left, int height, int width) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.crop(input, top, left, height, width);
    }
}
