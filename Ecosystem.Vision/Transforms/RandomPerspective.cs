using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Warps an image by moving its corners inwards at random, sometimes.</summary>
            /// <param name="distortion">How far at most, as a part of half the image, in [0, 1].</param>
            /// <param name="p">How often, in [0, 1].</param>
            /// <param name="interpolation">Bilinear or Nearest.</param>
            /// <param name="fill">The value outside, one or one per channel; 0 if null.</param>
            public static ITransform RandomPerspective(
                double distortion = 0.5, double p = 0.5, InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null) =>
                new RandomPerspective(distortion, p, interpolation, fill);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Warps an image by moving its corners inwards at random, where one drawn number is below a probability.</summary>
    /// <param name="distortion_scale">How far at most, as a part of half the image, in [0, 1].</param>
    /// <param name="p">How often, in [0, 1].</param>
    /// <param name="interpolation">Bilinear or Nearest.</param>
    /// <param name="fill">The value outside, one or one per channel; 0 if null.</param>
    public sealed record RandomPerspective(
        double distortion_scale = 0.5, double p = 0.5, InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null)
        : torchvision.ITransform
    {
        /// <summary>Draws where the corners come to lie, x before y: top left, top right, bottom right, bottom left.</summary>
        /// <param name="width">Width of the image.</param>
        /// <param name="height">Height of the image.</param>
        /// <param name="distortion_scale">How far at most, as a part of half the image.</param>
        public static (IList<IList<int>> startpoints, IList<IList<int>> endpoints) get_params(int width, int height, double distortion_scale)
        {
            var mostX = (int)(distortion_scale * (width / 2));
            var mostY = (int)(distortion_scale * (height / 2));
            int[] topLeft = [Draws.Integer(0, mostX + 1), Draws.Integer(0, mostY + 1)];
            int[] topRight = [Draws.Integer(width - mostX - 1, width), Draws.Integer(0, mostY + 1)];
            int[] bottomRight = [Draws.Integer(width - mostX - 1, width), Draws.Integer(height - mostY - 1, height)];
            int[] bottomLeft = [Draws.Integer(0, mostX + 1), Draws.Integer(height - mostY - 1, height)];
            int[][] start = [[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]];
            return (start, new int[][] { topLeft, topRight, bottomRight, bottomLeft });
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            if (!Draws.Happens(p))
            {
                return input.alias();
            }
            var (height, width) = ImageSize.Of(input);
            var (start, end) = get_params(width, height, distortion_scale);
            return torchvision.transforms.functional.perspective(input, start, end, interpolation, fill ?? [0f]);
        }
    }
}
