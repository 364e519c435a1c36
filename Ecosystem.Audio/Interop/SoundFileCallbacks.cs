using System.Runtime.InteropServices;

namespace Torchlight.Audio.Interop;

/// <summary>Mirrors <c>SF_VIRTUAL_IO</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SoundFileCallbacks
{
    public delegate* unmanaged<nint, long> Length;
    public delegate* unmanaged<long, int, nint, long> Seek;
    public delegate* unmanaged<byte*, long, nint, long> Read;
    public delegate* unmanaged<byte*, long, nint, long> Write;
    public delegate* unmanaged<nint, long> Tell;
}
