using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>Mirrors <c>cairo_text_extents_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CairoTextExtents
{
    public double XBearing;
    public double YBearing;
    public double Width;
    public double Height;
    public double XAdvance;
    public double YAdvance;
}
