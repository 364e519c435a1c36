using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>Sizes of images and the rules by which they change.</summary>
internal static class ImageSize
{
    /// <summary>Height and width of an image.</summary>
    /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
    public static (int Height, int Width) Of(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var shape = image.shape;
        return shape.Length >= 2
            ? (checked((int)shape[^2]), checked((int)shape[^1]))
            : throw new ArgumentException($"An image has at least two dimensions, [..., H, W], but this tensor has shape [{string.Join(", ", shape)}].");
    }

    /// <summary>Number of channels: the third dimension from the end, 1 where there is none.</summary>
    public static int Channels(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var shape = image.shape;
        return shape.Length switch
        {
            >= 3 => checked((int)shape[^3]),
            2 => 1,
            _ => throw new ArgumentException($"An image has at least two dimensions, [..., H, W], but this tensor has shape [{string.Join(", ", shape)}]."),
        };
    }

    /// <summary>Refuses images whose number of channels is not one of <paramref name="allowed"/>.</summary>
    public static int RequireChannels(Tensor image, string operation, params ReadOnlySpan<int> allowed)
    {
        var channels = Channels(image);
        return allowed.Contains(channels)
            ? channels
            : throw new ArgumentException(
                $"{operation} takes images of {string.Join(" or ", allowed.ToArray())} channels, [..., C, H, W], "
                + $"but this one has {channels} (shape [{string.Join(", ", image.shape)}]).");
    }

    /// <summary>
    /// The size of an image whose short side becomes <paramref name="size"/>. The long side is truncated, and capped by
    /// <paramref name="maxSize"/>, which then shrinks the short one.
    /// </summary>
    public static (int Height, int Width) ShortSide(int height, int width, int size, int? maxSize)
    {
        if (size < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "An image's new size must be at least 1.");
        }
        var (small, large) = width <= height ? (width, height) : (height, width);
        var newSmall = size;
        var newLarge = (int)((double)((long)size * large) / small);
        if (maxSize is int cap)
        {
            if (cap <= size)
            {
                throw new ArgumentException($"max_size ({cap}) must be greater than the size asked for the short side ({size}).", nameof(maxSize));
            }
            if (newLarge > cap)
            {
                (newSmall, newLarge) = ((int)((double)((long)cap * newSmall) / newLarge), cap);
            }
        }
        return width <= height ? (newLarge, newSmall) : (newSmall, newLarge);
    }

    /// <summary>The nearest whole number, half to even, as Python's <c>round</c>.</summary>
    public static int Round(double value) => checked((int)Math.Round(value, MidpointRounding.ToEven));
}
