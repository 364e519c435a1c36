using Torchlight.Vision.Interop;
using static TorchSharp.torch;

namespace Torchlight.Drawing;

public sealed unsafe partial class Canvas
{
    /// <summary>Fills a rectangle.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="color">Colour.</param>
    public void Fill(double x, double y, double width, double height, Color color)
    {
        Source(color);
        CairoMethods.cairo_rectangle(context, x, y, width, height);
        CairoMethods.cairo_fill(context);
    }

    /// <summary>Draws the border of a rectangle; the line's middle runs along its edges.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="color">Colour.</param>
    /// <param name="thickness">Thickness of the line.</param>
    public void Rectangle(double x, double y, double width, double height, Color color, double thickness = 1)
    {
        Source(color);
        CairoMethods.cairo_set_line_width(context, thickness);
        CairoMethods.cairo_rectangle(context, x, y, width, height);
        CairoMethods.cairo_stroke(context);
    }

    /// <summary>Draws a line.</summary>
    /// <param name="x1">Where it begins, across.</param>
    /// <param name="y1">Where it begins, down.</param>
    /// <param name="x2">Where it ends, across.</param>
    /// <param name="y2">Where it ends, down.</param>
    /// <param name="color">Colour.</param>
    /// <param name="thickness">Thickness.</param>
    public void Line(double x1, double y1, double x2, double y2, Color color, double thickness = 1) =>
        Polyline([(x1, y1), (x2, y2)], color, thickness);

    /// <summary>Draws connected lines. A point that is not finite leaves a gap.</summary>
    /// <param name="points">The corners.</param>
    /// <param name="color">Colour.</param>
    /// <param name="thickness">Thickness.</param>
    /// <param name="dashes">Lengths of dashes and gaps in turn; none for an unbroken line.</param>
    public void Polyline(ReadOnlySpan<(double X, double Y)> points, Color color, double thickness = 1, ReadOnlySpan<double> dashes = default)
    {
        Source(color);
        CairoMethods.cairo_set_line_width(context, thickness);
        fixed (double* pattern = dashes)
        {
            CairoMethods.cairo_set_dash(context, pattern, dashes.Length, 0);
        }

        CairoMethods.cairo_new_path(context);
        bool drawing = false;
        foreach ((double x, double y) in points)
        {
            bool finite = double.IsFinite(x) && double.IsFinite(y);
            if (finite && drawing)
            {
                CairoMethods.cairo_line_to(context, x, y);
            }
            else if (finite)
            {
                CairoMethods.cairo_move_to(context, x, y);
            }

            drawing = finite;
        }

        CairoMethods.cairo_stroke(context);
        CairoMethods.cairo_set_dash(context, null, 0, 0);
    }

    /// <summary>Fills a circle, with a border if asked.</summary>
    /// <param name="x">Its middle, across.</param>
    /// <param name="y">Its middle, down.</param>
    /// <param name="radius">Radius.</param>
    /// <param name="fill">Colour inside.</param>
    /// <param name="border">Colour of the border; none if null.</param>
    /// <param name="thickness">Thickness of the border.</param>
    public void Circle(double x, double y, double radius, Color fill, Color? border = null, double thickness = 1)
    {
        CairoMethods.cairo_new_path(context);
        CairoMethods.cairo_arc(context, x, y, radius, 0, 2 * Math.PI);
        Source(fill);
        CairoMethods.cairo_fill_preserve(context);
        if (border is { } color)
        {
            Source(color);
            CairoMethods.cairo_set_line_width(context, thickness);
            CairoMethods.cairo_stroke(context);
        }

        CairoMethods.cairo_new_path(context);
    }

    /// <summary>Draws only inside a rectangle until the result is disposed.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <returns>What ends it; dispose in the reverse order of the calls.</returns>
    public IDisposable Clip(double x, double y, double width, double height)
    {
        CairoMethods.cairo_save(context);
        CairoMethods.cairo_rectangle(context, x, y, width, height);
        CairoMethods.cairo_clip(context);
        return new Clipping(context);
    }

    /// <summary>Draws a picture, stretched to a rectangle.</summary>
    /// <param name="picture">[channels, height, width] with 1 to 4 channels: uint8, or floating point from 0 to 1.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <exception cref="ArgumentException">The tensor is not a picture.</exception>
    public void Image(Tensor picture, double x, double y, double width, double height) => Image(Picture.From(picture), x, y, width, height);

    internal void Image(Picture picture, double x, double y, double width, double height)
    {
        fixed (int* pixels = picture.Pixels)
        {
            using CairoSurface source =
                CairoMethods.cairo_image_surface_create_for_data(pixels, CairoMethods.FormatArgb32, picture.Width, picture.Height, picture.Width * 4);
            Check(CairoMethods.cairo_surface_status(source));
            CairoMethods.cairo_save(context);
            CairoMethods.cairo_translate(context, x, y);
            CairoMethods.cairo_scale(context, width / picture.Width, height / picture.Height);
            CairoMethods.cairo_set_source_surface(context, source, 0, 0);
            // Tiny pictures, such as digits of 28 pixels, keep their pixels visible when they are enlarged.
            int filter = width >= 3 * picture.Width ? CairoMethods.FilterNearest : CairoMethods.FilterGood;
            CairoMethods.cairo_pattern_set_filter(CairoMethods.cairo_get_source(context), filter);
            CairoMethods.cairo_rectangle(context, 0, 0, picture.Width, picture.Height);
            CairoMethods.cairo_fill(context);
            CairoMethods.cairo_restore(context);
            // The pixels may move once they are not pinned: nothing may refer to them then.
            CairoMethods.cairo_surface_finish(source);
        }

        Check();
    }

    private sealed class Clipping(CairoContext context) : IDisposable
    {
        private bool ended;

        public void Dispose()
        {
            if (!ended)
            {
                ended = true;
                CairoMethods.cairo_restore(context);
            }
        }
    }
}
