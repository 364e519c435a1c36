using System.Globalization;
using System.Text;
using Torchlight.Vision.Interop;

namespace Torchlight.Drawing;

public sealed unsafe partial class Canvas
{
    /// <summary>Draws a line of text.</summary>
    /// <param name="text">The text; line breaks and tabs become spaces.</param>
    /// <param name="x">Where its anchor stands, across.</param>
    /// <param name="y">The middle of the line, down.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="anchor">Which point of the line stands at <paramref name="x"/>.</param>
    /// <param name="degrees">How far the line is turned about its anchor, clockwise.</param>
    public void Text(string text, double x, double y, TextStyle style, TextAnchor anchor = TextAnchor.Start, double degrees = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        double width = Measure(text, style).Width;
        CairoFontExtents font;
        CairoMethods.cairo_font_extents(context, &font);
        double start = anchor switch
        {
            TextAnchor.Start => 0,
            TextAnchor.Middle => -width / 2,
            _ => -width,
        };
        Source(style.Color);
        CairoMethods.cairo_save(context);
        CairoMethods.cairo_translate(context, x, y);
        CairoMethods.cairo_rotate(context, degrees * Math.PI / 180);
        CairoMethods.cairo_move_to(context, start, (font.Ascent - font.Descent) / 2);
        fixed (byte* bytes = Encode(text))
        {
            CairoMethods.cairo_show_text(context, bytes);
        }

        CairoMethods.cairo_restore(context);
        CairoMethods.cairo_new_path(context);
        Check();
    }

    /// <summary>The space that a line of text takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>Its width, and the height of a line of its font.</returns>
    public (double Width, double Height) Measure(string text, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(text);
        fixed (byte* family = "sans-serif\0"u8)
        {
            CairoMethods.cairo_select_font_face(context, family, CairoMethods.FontSlantNormal, style.Bold ? 1 : 0);
        }

        CairoMethods.cairo_set_font_size(context, style.Size);
        CairoTextExtents extents;
        CairoFontExtents font;
        fixed (byte* bytes = Encode(text))
        {
            CairoMethods.cairo_text_extents(context, bytes, &extents);
        }

        CairoMethods.cairo_font_extents(context, &font);
        return (extents.XAdvance, font.Ascent + font.Descent);
    }

    /// <summary>Shortens a text until it fits, with an ellipsis where it is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="width">The space there is.</param>
    public string Fit(string text, TextStyle style, double width)
    {
        if (Measure(text, style).Width <= width)
        {
            return text;
        }

        int[] starts = StringInfo.ParseCombiningCharacters(text);
        int low = 0, high = starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Measure(Cut(text, starts[middle]), style).Width <= width)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Cut(text, starts[low]);
    }

    private static string Cut(string text, int length) => string.Concat(text.AsSpan(0, length).TrimEnd(), "…");

    /// <summary>UTF-8 with a zero at its end. Cairo stops working at text that is not UTF-8, so half a surrogate pair is replaced.</summary>
    private static byte[] Encode(string text)
    {
        string line = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
        return Encoding.UTF8.GetBytes(line + '\0');
    }

    private void SmoothText()
    {
        nint options = CairoMethods.cairo_font_options_create();
        CairoMethods.cairo_font_options_set_antialias(options, CairoMethods.AntialiasGray);
        CairoMethods.cairo_font_options_set_hint_style(options, CairoMethods.HintStyleNone);
        CairoMethods.cairo_font_options_set_hint_metrics(options, CairoMethods.HintMetricsOff);
        CairoMethods.cairo_set_font_options(context, options);
        CairoMethods.cairo_font_options_destroy(options);
    }
}
