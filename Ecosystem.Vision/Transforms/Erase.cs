using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Overwrites a rectangle of an image.</summary>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="height">Rows of the rectangle.</param>
            /// <param name="width">Columns of the rectangle.</param>
            /// <param name="value">What to write; it stays the caller's.</param>
            /// <param name="inplace">Whether the image itself is changed.</param>
            public static ITransform Erase(int top, int left, int height, int width, Tensor value, bool inplace = false) => new Erase(top, left, height, width, value, inplace);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Overwrites a rectangle of an image.</summary>
    /// <param name="top">The first row.</param>
    /// <param name="left">The first column.</param>
    /// <param name="height">Rows of the rectangle.</param>
    /// <param name="width">Columns of the rectangle.</param>
    /// <param name="value">What to write; it stays the caller's.</param>
    /// <param name="inplace">Whether the image itself is changed.</param>
    public sealed record Erase(int top, int left, int height, int width, Tensor value, bool inplace = false) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.erase(input, top, left, height, width, value, inplace);
    }
}
