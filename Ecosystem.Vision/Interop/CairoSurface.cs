using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>A <c>cairo_surface_t</c>; holds one reference.</summary>
internal sealed class CairoSurface : SafeHandle
{
    public CairoSurface()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        CairoMethods.cairo_surface_destroy(handle);
        return true;
    }
}
