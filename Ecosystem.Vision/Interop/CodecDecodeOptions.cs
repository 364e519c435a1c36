using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>Mirrors <c>tlv_decode_options</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CodecDecodeOptions
{
    public long MaxPixels;
    public int Mode;
    public int ApplyOrientation;
    public int ScaleEighths;
    public int Reserved;
}
