using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>Imports of Cairo. Names and meaning are Cairo's own.</summary>
internal static unsafe partial class CairoMethods
{
    private const string Library = VisionLibraries.Cairo;

    internal const int FormatArgb32 = 0;
    internal const int LineCapRound = 1;
    internal const int LineJoinRound = 1;
    internal const int FilterGood = 1;
    internal const int FilterNearest = 3;
    internal const int FontSlantNormal = 0;
    internal const int AntialiasGray = 2;
    internal const int HintStyleNone = 1;
    internal const int HintMetricsOff = 1;

    [LibraryImport(Library)]
    internal static partial CairoSurface cairo_image_surface_create(int format, int width, int height);

    [LibraryImport(Library)]
    internal static partial CairoSurface cairo_image_surface_create_for_data(int* data, int format, int width, int height, int stride);

    [LibraryImport(Library)]
    internal static partial byte* cairo_image_surface_get_data(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial int cairo_image_surface_get_stride(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial int cairo_surface_status(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial void cairo_surface_flush(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial void cairo_surface_finish(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(Library)]
    internal static partial CairoContext cairo_create(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial void cairo_destroy(nint context);

    [LibraryImport(Library)]
    internal static partial int cairo_status(CairoContext context);

    [LibraryImport(Library)]
    internal static partial byte* cairo_status_to_string(int status);

    [LibraryImport(Library)]
    internal static partial void cairo_save(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_restore(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_scale(CairoContext context, double x, double y);

    [LibraryImport(Library)]
    internal static partial void cairo_translate(CairoContext context, double x, double y);

    [LibraryImport(Library)]
    internal static partial void cairo_rotate(CairoContext context, double radians);

    [LibraryImport(Library)]
    internal static partial void cairo_set_source_rgba(CairoContext context, double red, double green, double blue, double alpha);

    [LibraryImport(Library)]
    internal static partial void cairo_set_source_surface(CairoContext context, CairoSurface surface, double x, double y);

    [LibraryImport(Library)]
    internal static partial nint cairo_get_source(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_pattern_set_filter(nint pattern, int filter);

    [LibraryImport(Library)]
    internal static partial void cairo_set_line_width(CairoContext context, double width);

    [LibraryImport(Library)]
    internal static partial void cairo_set_line_cap(CairoContext context, int cap);

    [LibraryImport(Library)]
    internal static partial void cairo_set_line_join(CairoContext context, int join);

    [LibraryImport(Library)]
    internal static partial void cairo_set_dash(CairoContext context, double* dashes, int count, double offset);

    [LibraryImport(Library)]
    internal static partial void cairo_new_path(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_move_to(CairoContext context, double x, double y);

    [LibraryImport(Library)]
    internal static partial void cairo_line_to(CairoContext context, double x, double y);

    [LibraryImport(Library)]
    internal static partial void cairo_rectangle(CairoContext context, double x, double y, double width, double height);

    [LibraryImport(Library)]
    internal static partial void cairo_arc(CairoContext context, double x, double y, double radius, double from, double to);

    [LibraryImport(Library)]
    internal static partial void cairo_clip(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_fill(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_fill_preserve(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_stroke(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_paint(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_select_font_face(CairoContext context, byte* family, int slant, int weight);

    [LibraryImport(Library)]
    internal static partial void cairo_set_font_size(CairoContext context, double size);

    [LibraryImport(Library)]
    internal static partial void cairo_text_extents(CairoContext context, byte* text, CairoTextExtents* extents);

    [LibraryImport(Library)]
    internal static partial void cairo_font_extents(CairoContext context, CairoFontExtents* extents);

    [LibraryImport(Library)]
    internal static partial void cairo_show_text(CairoContext context, byte* text);

    [LibraryImport(Library)]
    internal static partial nint cairo_font_options_create();

    [LibraryImport(Library)]
    internal static partial void cairo_font_options_destroy(nint options);

    [LibraryImport(Library)]
    internal static partial void cairo_font_options_set_antialias(nint options, int antialias);

    [LibraryImport(Library)]
    internal static partial void cairo_font_options_set_hint_style(nint options, int style);

    [LibraryImport(Library)]
    internal static partial void cairo_font_options_set_hint_metrics(nint options, int metrics);

    [LibraryImport(Library)]
    internal static partial void cairo_set_font_options(CairoContext context, nint options);
}
