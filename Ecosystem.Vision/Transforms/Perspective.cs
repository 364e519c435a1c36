using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Warps an image so that four of its points come to lie at four others.</summary>
            /// <param name="startpoints">Four points x, y of the image.</param>
            /// <param name="endpoints">Where they come to lie.</param>
            /// <param name="interpolation">Bilinear or Nearest.</param>
            /// <param name="fill">The value outside, one or one per channel; zeros if null.</param>
            public static ITransform Perspective(IList<IList<int>> startpoints, IList<IList<int>> endpoints, InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null) => new Perspective(startpoints, endpoints, interpolation, fill);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Warps an image so that four of its points come to lie at four others.</summary>
    /// <param name="startpoints">Four points x, y of the image.</param>
    /// <param name="endpoints">Where they come to lie.</param>
    /// <param name="interpolation">Bilinear or Nearest.</param>
    /// <param name="fill">The value outside, one or one per channel; zeros if null.</param>
    public sealed record Perspective(IList<IList<int>> startpoints, IList<IList<int>> endpoints, InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.perspective(input, startpoints, endpoints, interpolation, fill);
    }
}
