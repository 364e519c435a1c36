using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>Mirrors <c>tlv_image</c>: what a file holds, and the size that decoding gives.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CodecImage
{
    public CodecFormat Format;
    public int StoredWidth;
    public int StoredHeight;
    public int StoredChannels;
    public int StoredBitDepth;
    public int Orientation;
    public int Width;
    public int Height;
    public int Channels;
}
