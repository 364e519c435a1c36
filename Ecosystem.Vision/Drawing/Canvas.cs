using System.Runtime.InteropServices;
using Torchlight.Vision.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Drawing;

/// <summary>
/// A picture to draw on, in pixels from the upper left corner. One thread at a time may use it. Needs the system's Cairo (libcairo2); without
/// it the constructor throws a <see cref="DllNotFoundException"/> that says what to install.
/// </summary>
public sealed unsafe partial class Canvas : IDisposable
{
    private readonly CairoSurface surface;
    private readonly CairoContext context;
    private readonly int pixelWidth;
    private readonly int pixelHeight;

    /// <summary>Makes a canvas.</summary>
    /// <param name="width">Width in units of drawing.</param>
    /// <param name="height">Height in units of drawing.</param>
    /// <param name="scale">Pixels of the saved picture per unit; 2 suits screens of high resolution.</param>
    /// <param name="background">The opaque colour that it is filled with; white if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is under one pixel or over 32,767.</exception>
    public Canvas(double width, double height, double scale = 1, Color? background = null)
    {
        Width = width;
        Height = height;
        pixelWidth = PixelsOf(width, scale, nameof(width));
        pixelHeight = PixelsOf(height, scale, nameof(height));
        surface = CairoMethods.cairo_image_surface_create(CairoMethods.FormatArgb32, pixelWidth, pixelHeight);
        Check(CairoMethods.cairo_surface_status(surface));
        context = CairoMethods.cairo_create(surface);
        SmoothText();
        CairoMethods.cairo_scale(context, scale, scale);
        CairoMethods.cairo_set_line_cap(context, CairoMethods.LineCapRound);
        CairoMethods.cairo_set_line_join(context, CairoMethods.LineJoinRound);
        Source((background ?? Color.White) with { A = 255 });
        CairoMethods.cairo_paint(context);
        Check();
    }

    /// <summary>Width in units of drawing.</summary>
    public double Width { get; }

    /// <summary>Height in units of drawing.</summary>
    public double Height { get; }

    /// <summary>Copies the picture.</summary>
    /// <returns>A uint8 tensor of shape [3, height, width] in pixels.</returns>
    public Tensor ToTensor()
    {
        Check();
        CairoMethods.cairo_surface_flush(surface);
        byte* data = CairoMethods.cairo_image_surface_get_data(surface);
        int stride = CairoMethods.cairo_image_surface_get_stride(surface);
        Tensor result = empty([3, pixelHeight, pixelWidth], dtype: uint8);
        Span<byte> planes = result.bytes;
        int size = pixelWidth * pixelHeight;
        for (int y = 0, i = 0; y < pixelHeight; y++)
        {
            int* row = (int*)(data + (long)stride * y);
            for (int x = 0; x < pixelWidth; x++, i++)
            {
                // The canvas is opaque everywhere, so nothing has to be divided by alpha.
                planes[i] = (byte)(row[x] >> 16);
                planes[size + i] = (byte)(row[x] >> 8);
                planes[2 * size + i] = (byte)row[x];
            }
        }

        GC.KeepAlive(this);
        return result;
    }

    /// <summary>Saves the picture as a PNG file, whole or not at all.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    public void SavePng(string path)
    {
        using Tensor picture = ToTensor();
        torchvision.io.write_png(picture, path, new torchvision.io.CodecImager());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        context.Dispose();
        surface.Dispose();
    }

    private static int PixelsOf(double side, double scale, string name)
    {
        const int CairosLimit = 32767;
        double pixels = Math.Round(side * scale);
        return pixels is >= 1 and <= CairosLimit
            ? (int)pixels
            : throw new ArgumentOutOfRangeException(name, side, $"A canvas has 1 to {CairosLimit} pixels a side; asked for {side} at a scale of {scale}.");
    }

    private static void Check(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"Cairo failed: {Marshal.PtrToStringUTF8((nint)CairoMethods.cairo_status_to_string(status))}.");
        }
    }

    /// <summary>Cairo keeps the first failure and ignores what is drawn after it; here it becomes an exception.</summary>
    private void Check() => Check(CairoMethods.cairo_status(context));

    private void Source(Color color) =>
        CairoMethods.cairo_set_source_rgba(context, color.R / 255.0, color.G / 255.0, color.B / 255.0, color.A / 255.0);
}
