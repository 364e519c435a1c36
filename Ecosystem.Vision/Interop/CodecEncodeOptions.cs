using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>Mirrors <c>tlv_encode_options</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CodecEncodeOptions
{
    public CodecFormat Format;
    public int Quality;
    public int Lossless;
    public int Level;
}
