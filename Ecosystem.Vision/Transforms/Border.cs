using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>Widths of a border around an image; negative ones cut.</summary>
internal readonly record struct Border(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Reads Python's forms: one width, left/right and top/bottom, or left, top, right, bottom.</summary>
    public static Border From(ReadOnlySpan<long> padding)
    {
        return padding.Length switch
        {
            1 => new(Width(padding[0]), Width(padding[0]), Width(padding[0]), Width(padding[0])),
            2 => new(Width(padding[0]), Width(padding[1]), Width(padding[0]), Width(padding[1])),
            4 => new(Width(padding[0]), Width(padding[1]), Width(padding[2]), Width(padding[3])),
            _ => throw new ArgumentException($"Padding takes 1, 2 or 4 widths, not {padding.Length}."),
        };
    }

    /// <summary>The image with a border of one value.</summary>
    public Tensor Constant(Tensor image, double value)
    {
        Resulting(image);
        return torch.ops.aten.constant_pad_nd(image, [Left, Right, Top, Bottom], value);
    }

    /// <summary>
    /// The image with a border made of its own pixels: <paramref name="source"/> names, for a coordinate outside, the one inside to take.
    /// Works for every element type, since pixels are only moved.
    /// </summary>
    public Tensor Gathered(Tensor image, Func<int, int, int> source)
    {
        var (height, width) = Resulting(image);
        var (rows, columns) = ImageSize.Of(image);
        if (rows == 0 || columns == 0)
        {
            throw new ArgumentException($"An image of {rows} x {columns} pixels has none to make a border of; only a constant border fits.");
        }

        using var columnIndex = Indices(width, Left, columns, source, image.device);
        using var rowIndex = Indices(height, Top, rows, source, image.device);
        using var wide = image.index_select(-1, columnIndex);
        return wide.index_select(-2, rowIndex);
    }

    /// <summary>Repeats the outermost pixel.</summary>
    public static int Edge(int coordinate, int size) => Math.Clamp(coordinate, 0, size - 1);

    /// <summary>Mirrors at the centre of the outermost pixel.</summary>
    public static int Reflect(int coordinate, int size)
    {
        var mirrored = coordinate < 0 ? -coordinate : (2 * (size - 1)) - coordinate;
        return mirrored >= 0 && mirrored < size
            ? mirrored
            : throw new ArgumentException($"A reflected border must be narrower than the image, whose side is {size} pixels.");
    }

    /// <summary>Mirrors at the outer rim of the outermost pixel.</summary>
    public static int Symmetric(int coordinate, int size)
    {
        var mirrored = coordinate < 0 ? -coordinate - 1 : (2 * size) - 1 - coordinate;
        return mirrored >= 0 && mirrored < size
            ? mirrored
            : throw new ArgumentException($"A symmetric border must not be wider than the image, whose side is {size} pixels.");
    }

    /// <summary>Continues on the other side.</summary>
    public static int Wrap(int coordinate, int size) => ((coordinate % size) + size) % size;

    // So that widths and sides add up within an int.
    private static int Width(long pixels) => pixels is >= -int.MaxValue / 4 and <= int.MaxValue / 4
        ? (int)pixels
        : throw new ArgumentException($"Padding takes widths of up to {int.MaxValue / 4} pixels, not {pixels}.");

    private (int Height, int Width) Resulting(Tensor image)
    {
        var (rows, columns) = ImageSize.Of(image);
        var (height, width) = (rows + Top + Bottom, columns + Left + Right);
        return height > 0 && width > 0
            ? (height, width)
            : throw new ArgumentException($"Padding by {this} leaves nothing of an image of {rows} x {columns} pixels.");
    }

    private static Tensor Indices(int length, int before, int size, Func<int, int, int> source, Device device)
    {
        var values = new long[length];
        for (var i = 0; i < length; i++)
        {
            var coordinate = i - before;
            values[i] = coordinate >= 0 && coordinate < size ? coordinate : source(coordinate, size);
        }
        return torch.tensor(values, device: device);
    }
}
