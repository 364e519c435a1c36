using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>A <c>cairo_t</c>; holds one reference, and through it one to its surface.</summary>
internal sealed class CairoContext : SafeHandle
{
    public CairoContext()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        CairoMethods.cairo_destroy(handle);
        return true;
    }
}
