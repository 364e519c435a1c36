using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Introductions;

/// <summary>Digits as a pocket calculator shows them, shifted and noisy, 28 by 28.</summary>
internal static class DrawnDigits
{
    // Top, upper left, upper right, middle, lower left, lower right, bottom.
    private static readonly string[] Segments = ["1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011"];

    private static readonly (int Row, int Column, int Height, int Width)[] Places =
        [(0, 2, 2, 8), (1, 0, 8, 2), (1, 10, 8, 2), (8, 2, 2, 8), (9, 0, 8, 2), (9, 10, 8, 2), (16, 2, 2, 8)];

    public static (Tensor images, Tensor labels) Draw(int count)
    {
        var random = new Random(count);
        var pixels = new float[count * 28 * 28];
        var labels = new long[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = random.Next(10);
            Draw(pixels.AsSpan(i * 28 * 28, 28 * 28), Segments[labels[i]], random.Next(4), random.Next(4));
        }

        var clean = tensor(pixels).reshape(count, 28, 28);
        return ((clean + (0.3 * randn(count, 28, 28))).MoveToOuterDisposeScope(), tensor(labels));
    }

    private static void Draw(Span<float> picture, string segments, int top, int left)
    {
        for (var s = 0; s < Places.Length; s++)
        {
            var (row, column, height, width) = Places[s];
            for (var r = 0; segments[s] == '1' && r < height; r++)
            {
                picture.Slice(((top + row + r) * 28) + left + column, width).Fill(1);
            }
        }
    }
}
