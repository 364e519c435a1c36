using System.Runtime.InteropServices;

namespace Torchlight.Audio.Interop;

/// <summary>Mirrors <c>SF_INFO</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SoundFileInfo
{
    public long Frames;
    public int SampleRate;
    public int Channels;
    public int Format;
    public int Sections;
    public int Seekable;
}
