using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Cuts a rectangle out of an image and resizes it (bilinear, with antialiasing).</summary>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="height">Rows of the rectangle.</param>
            /// <param name="width">Columns of the rectangle.</param>
            /// <param name="newHeight">Rows of the result.</param>
            /// <param name="newWidth">Columns of the result.</param>
            public static ITransform ResizedCrop(int top, int left, int height, int width, int newHeight, int newWidth) =>
                new ResizedCrop(top, left, height, width, newHeight, newWidth);

            /// <summary>Cuts a square out of an image and resizes it (bilinear, with antialiasing).</summary>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="size">Rows and columns of the square.</param>
            /// <param name="newSize">Rows and columns of the result.</param>
            public static ITransform ResizedCrop(int top, int left, int size, int newSize) =>
                new ResizedCrop(top, left, size, size, newSize, newSize);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Cuts a rectangle out of an image and resizes it (bilinear, with antialiasing).</summary>
    /// <param name="top">The first row.</param>
    /// <param name="left">The first column.</param>
    /// <param name="height">Rows of the rectangle.</param>
    /// <param name="width">Columns of the rectangle.</param>
    /// <param name="newHeight">Rows of the result.</param>
    /// <param name="newWidth">Columns of the result.</param>
    public sealed record ResizedCrop(int top, int left, int height, int width, int newHeight, int newWidth) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) =>
            torchvision.transforms.functional.resized_crop(input, top, left, height, width, newHeight, newWidth);
    }
}
