using static TorchSharp.torch;

namespace Torchlight.Drawing;

/// <summary>A picture in memory as Cairo paints it: premultiplied ARGB, a native integer per pixel, rows without gaps.</summary>
internal sealed class Picture
{
    private Picture(int width, int height)
    {
        Width = width;
        Height = height;
        Pixels = new int[checked(width * height)];
    }

    internal int Width { get; }

    internal int Height { get; }

    internal int[] Pixels { get; }

    /// <summary>Copies a tensor [channels, height, width] of 1 to 4 channels: uint8, or floating point with values from 0 to 1.</summary>
    internal static Picture From(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.dim() != 3 || tensor.shape[0] is < 1 or > 4 || tensor.numel() == 0 || tensor.numel() > int.MaxValue)
        {
            throw new ArgumentException(
                $"A picture is a tensor of shape [channels, height, width] with 1 to 4 channels; this one has the shape [{string.Join(", ", tensor.shape)}].",
                nameof(tensor));
        }

        using Tensor host = TorchSharp.torchvision.utils.ToBytes(tensor);
        using Tensor planes = host.contiguous();
        int channels = (int)tensor.shape[0];
        var picture = new Picture((int)tensor.shape[2], (int)tensor.shape[1]);
        picture.Fill(planes.bytes, channels);
        return picture;
    }

    private void Fill(ReadOnlySpan<byte> planes, int channels)
    {
        int size = Width * Height;
        bool colours = channels >= 3, transparent = channels is 2 or 4;
        ReadOnlySpan<byte> red = planes[..size];
        ReadOnlySpan<byte> green = colours ? planes.Slice(size, size) : red;
        ReadOnlySpan<byte> blue = colours ? planes.Slice(2 * size, size) : red;
        ReadOnlySpan<byte> alpha = transparent ? planes.Slice((channels - 1) * size, size) : default;
        for (int i = 0; i < size; i++)
        {
            int a = transparent ? alpha[i] : 255;
            Pixels[i] = a << 24 | Premultiplied(red[i], a) << 16 | Premultiplied(green[i], a) << 8 | Premultiplied(blue[i], a);
        }
    }

    private static int Premultiplied(int value, int alpha) => (value * alpha + 127) / 255;
}
