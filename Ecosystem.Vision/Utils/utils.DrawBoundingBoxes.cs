using Torchlight.Drawing;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class utils
    {
        /// <summary>
        /// Draws boxes around things in a picture: Python's <c>torchvision.utils.draw_bounding_boxes</c>. Boxes are Python's pixel for pixel; labels
        /// are written in another font and need the system's Cairo.
        /// </summary>
        /// <param name="image">uint8, [3, height, width], or [1, height, width], which becomes three channels.</param>
        /// <param name="boxes">[count, 4]: left, top, right, bottom in pixels, the last two within the box.</param>
        /// <param name="labels">What to write into each box; null for nothing.</param>
        /// <param name="colors">A colour for all boxes or for each; null for Python's palette.</param>
        /// <param name="fill">Whether to tint the inside.</param>
        /// <param name="width">Thickness of the lines, which lie inside the box.</param>
        /// <param name="font_size">Height of the labels in pixels.</param>
        /// <returns>A new uint8 tensor of shape [3, height, width].</returns>
        /// <exception cref="ArgumentException">A tensor has another dtype or shape, a box ends before it begins, or labels or colours are too few.</exception>
        public static Tensor draw_bounding_boxes(
            Tensor image,
            Tensor boxes,
            IReadOnlyList<string>? labels = null,
            IReadOnlyList<(int R, int G, int B)>? colors = null,
            bool fill = false,
            int width = 1,
            int font_size = 12)
        {
            CheckPicture(image, 1, 3);
            long[][] corners = CornersOf(boxes);
            CheckColors(colors, corners.Length, "boxes");
            if (labels is not null && labels.Count != corners.Length)
            {
                throw new ArgumentException($"{labels.Count} labels for {corners.Length} boxes.", nameof(labels));
            }

            Tensor result = AsColours(image);
            var painter = new BoxPainter(result.bytes, (int)result.shape[2], (int)result.shape[1]);
            for (int i = 0; i < corners.Length; i++)
            {
                (int R, int G, int B) color = ColorOf(colors, i);
                if (fill)
                {
                    painter.Tint(corners[i], color);
                }

                painter.Outline(corners[i], color, width);
            }

            if (labels is null)
            {
                return result;
            }

            using (result)
            {
                return Label(result, corners, labels, colors, width, font_size);
            }
        }

        /// <summary>A contiguous copy on the host with three channels; the caller's to dispose.</summary>
        private static Tensor AsColours(Tensor image)
        {
            Tensor copy = empty([3, image.shape[1], image.shape[2]], dtype: uint8);
            copy.copy_(image);
            return copy;
        }

        private static long[][] CornersOf(Tensor boxes)
        {
            ArgumentNullException.ThrowIfNull(boxes);
            if (boxes.dim() != 2 || boxes.shape[1] != 4)
            {
                throw new ArgumentException($"Boxes are [count, 4]; these have the shape [{string.Join(", ", boxes.shape)}].", nameof(boxes));
            }

            using Tensor host = boxes.cpu();
            using Tensor whole = host.to(int64);
            long[][] corners = [.. whole.data<long>().ToArray().Chunk(4)];
            return corners.FirstOrDefault(box => box[0] > box[2] || box[1] > box[3]) is { } wrong
                ? throw new ArgumentException($"A box is left, top, right, bottom; [{string.Join(", ", wrong)}] ends before it begins.", nameof(boxes))
                : corners;
        }

        private static Tensor Label(
            Tensor picture, long[][] corners, IReadOnlyList<string> labels, IReadOnlyList<(int R, int G, int B)>? colors, int width, int size)
        {
            using var canvas = new Canvas(picture.shape[2], picture.shape[1]);
            canvas.Image(picture, 0, 0, picture.shape[2], picture.shape[1]);
            for (int i = 0; i < corners.Length; i++)
            {
                (int red, int green, int blue) = ColorOf(colors, i);
                var style = new TextStyle(size, new Color((byte)red, (byte)green, (byte)blue), Bold: true);
                double height = canvas.Measure(labels[i], style).Height;
                canvas.Text(labels[i], corners[i][0] + width + 1, corners[i][1] + width + 1 + height / 2, style);
            }

            return canvas.ToTensor();
        }
    }
}
