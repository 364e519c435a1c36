using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Adds a border to an image.</summary>
            /// <param name="padding">One width for all sides; or left/right and top/bottom; or left, top, right, bottom.</param>
            /// <param name="mode">Constant; Replicate repeats the edge; Reflect mirrors without the edge; Circular wraps around.</param>
            /// <param name="fill">The value of a constant border.</param>
            public static ITransform Pad(long[] padding, PaddingModes mode = PaddingModes.Constant, double fill = 0) =>
                new Pad(padding, mode, fill);

            /// <summary>Adds a border of the same width on all sides of an image.</summary>
            /// <param name="padding">The width.</param>
            /// <param name="mode">Constant; Replicate repeats the edge; Reflect mirrors without the edge; Circular wraps around.</param>
            /// <param name="fill">The value of a constant border.</param>
            public static ITransform Pad(long padding, PaddingModes mode = PaddingModes.Constant, double fill = 0) =>
                new Pad([padding], mode, fill);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Adds a border to an image.</summary>
    /// <param name="padding">One width for all sides; or left/right and top/bottom; or left, top, right, bottom.</param>
    /// <param name="mode">Constant; Replicate repeats the edge; Reflect mirrors without the edge; Circular wraps around.</param>
    /// <param name="fill">The value of a constant border.</param>
    public sealed record Pad(long[] padding, PaddingModes mode = PaddingModes.Constant, double fill = 0) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.pad(input, padding, fill, mode);
    }
}
