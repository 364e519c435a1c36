using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>Mirrors <c>cairo_font_extents_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CairoFontExtents
{
    public double Ascent;
    public double Descent;
    public double Height;
    public double MaxXAdvance;
    public double MaxYAdvance;
}
