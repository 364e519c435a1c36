using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>An encoded file in memory that the codecs allocated; freed with this object.</summary>
internal sealed unsafe class EncodedImage : SafeHandle
{
    private readonly int size;

    internal EncodedImage(byte* data, long size)
        : base(0, ownsHandle: true)
    {
        SetHandle((nint)data);
        this.size = checked((int)size);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>The file's bytes; valid until this object is disposed.</summary>
    internal ReadOnlySpan<byte> Bytes => new((void*)handle, size);

    protected override bool ReleaseHandle()
    {
        CodecMethods.tlv_free((void*)handle);
        return true;
    }
}
