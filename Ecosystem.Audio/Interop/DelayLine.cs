using System.Runtime.InteropServices;

namespace Torchlight.Audio.Interop;

/// <summary>Mirrors <c>tla_delay_line</c> of torchlight_audio.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DelayLine
{
    internal float* Delays;
    internal long Period;
    internal long Offset;
    internal long Capacity;
    internal int Quadratic;
    internal int Transposed;
    internal double Feedback;
}
