using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Overwrites a rectangle of an image.</summary>
            /// <param name="img">The image, [..., C, H, W].</param>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="height">Rows of the rectangle.</param>
            /// <param name="width">Columns of the rectangle.</param>
            /// <param name="value">What to write; anything that broadcasts to [..., C, height, width].</param>
            /// <param name="inplace">Whether the image itself is changed; the result then shares its memory.</param>
            public static Tensor erase(Tensor img, int top, int left, int height, int width, Tensor value, bool inplace = false)
            {
                var (rows, columns) = ImageSize.Of(img);
                if (top < 0 || left < 0 || height < 0 || width < 0 || top + height > rows || left + width > columns)
                {
                    throw new ArgumentException(
                        $"The rectangle {height} x {width} at row {top}, column {left} lies outside the image of {rows} x {columns} pixels.");
                }
                var result = inplace ? img.alias() : img.clone();
                using var band = result.narrow(-2, top, height);
                using var rectangle = band.narrow(-1, left, width);
                rectangle.copy_(value);
                return result;
            }
        }
    }
}
