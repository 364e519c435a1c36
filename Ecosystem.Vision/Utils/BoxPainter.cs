namespace TorchSharp;

/// <summary>Draws boxes into the planes of a picture as Pillow does; what lies outside the picture is left out.</summary>
internal readonly ref struct BoxPainter(Span<byte> planes, int width, int height)
{
    /// <summary>The opacity of torchvision's fillings.</summary>
    private const int TintOpacity = 100;

    private readonly Span<byte> planes = planes;

    /// <summary>Mixes a colour into a box, its edges included.</summary>
    internal void Tint(ReadOnlySpan<long> box, (int R, int G, int B) color) => Fill(box[0], box[1], box[2], box[3], color, TintOpacity);

    /// <summary>Draws the edges of a box, <paramref name="thickness"/> pixels inwards.</summary>
    internal void Outline(ReadOnlySpan<long> box, (int R, int G, int B) color, int thickness)
    {
        const int Opaque = 255;
        (long left, long top, long right, long bottom) = (box[0], box[1], box[2], box[3]);
        long from = Math.Min(top + thickness, bottom - thickness + 1), to = Math.Max(top + thickness, bottom - thickness + 1);
        Fill(left, top, right, top + thickness - 1, color, Opaque);
        Fill(left, bottom - thickness + 1, right, bottom, color, Opaque);
        Fill(left, from, left + thickness - 1, to, color, Opaque);
        Fill(right - thickness + 1, from, right, to, color, Opaque);
    }

    private void Fill(long left, long top, long right, long bottom, (int R, int G, int B) color, int opacity)
    {
        int firstX = (int)Math.Max(left, 0), lastX = (int)Math.Min(right, width - 1);
        int firstY = (int)Math.Max(top, 0), lastY = (int)Math.Min(bottom, height - 1);
        ReadOnlySpan<int> channels = [color.R, color.G, color.B];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            Span<byte> plane = planes.Slice(channel * width * height, width * height);
            for (int y = firstY; y <= lastY; y++)
            {
                for (int i = y * width + firstX; i <= y * width + lastX; i++)
                {
                    // value / 255, rounded, in Pillow's arithmetic
                    int mixed = plane[i] * (255 - opacity) + channels[channel] * opacity + 128;
                    plane[i] = (byte)(((mixed >> 8) + mixed) >> 8);
                }
            }
        }
    }
}
