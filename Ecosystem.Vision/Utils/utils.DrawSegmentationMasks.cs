using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class utils
    {
        /// <summary>Colours the areas of masks in a picture: Python's <c>torchvision.utils.draw_segmentation_masks</c>.</summary>
        /// <param name="image">uint8, [3, height, width].</param>
        /// <param name="masks">bool, [count, height, width] or [height, width]; where they overlap the later one shows.</param>
        /// <param name="alpha">Opacity of the colours, 0 to 1.</param>
        /// <param name="colors">A colour for all masks or for each; null for Python's palette.</param>
        /// <returns>A new uint8 tensor of the picture's shape.</returns>
        /// <exception cref="ArgumentException">A tensor has another dtype or shape, or there are too few colours.</exception>
        public static Tensor draw_segmentation_masks(
            Tensor image, Tensor masks, double alpha = 0.8, IReadOnlyList<(int R, int G, int B)>? colors = null)
        {
            CheckPicture(image, 3);
            ArgumentNullException.ThrowIfNull(masks);
            if (masks.dtype != ScalarType.Bool || masks.dim() is < 2 or > 3 || !masks.shape[^2..].SequenceEqual(image.shape[1..]))
            {
                throw new ArgumentException(
                    $"The masks are bool, [count, {image.shape[1]}, {image.shape[2]}] for this picture; these are {masks.dtype} of shape [{string.Join(", ", masks.shape)}].",
                    nameof(masks));
            }

            using IDisposable undifferentiated = no_grad();
            using DisposeScope scope = NewDisposeScope();
            Tensor all = masks.dim() == 2 ? masks.unsqueeze(0) : masks;
            CheckColors(colors, all.shape[0], "masks");
            Tensor painted = image.clone();
            for (long i = 0; i < all.shape[0]; i++)
            {
                Tensor mask = all.select(0, i);
                (int red, int green, int blue) = ColorOf(colors, i);
                painted.select(0, 0).masked_fill_(mask, red);
                painted.select(0, 1).masked_fill_(mask, green);
                painted.select(0, 2).masked_fill_(mask, blue);
            }

            return image.mul(1 - alpha).add_(painted.mul(alpha)).to(uint8).MoveToOuterDisposeScope();
        }

        private static void CheckPicture(Tensor image, params ReadOnlySpan<long> channels)
        {
            ArgumentNullException.ThrowIfNull(image);
            if (image.dtype != uint8 || image.dim() != 3 || !channels.Contains(image.shape[0]))
            {
                throw new ArgumentException(
                    $"The picture is uint8, [{string.Join(" or ", channels.ToArray())}, height, width]; this one is {image.dtype} of shape [{string.Join(", ", image.shape)}].",
                    nameof(image));
            }
        }
    }
}
