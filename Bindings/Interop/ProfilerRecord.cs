using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors <c>tl_profiler_event</c> of torchlight_profiler.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProfilerRecord
{
    internal long Start;
    internal long End;
    internal long Thread;
    internal long Sequence;
    internal long ForwardThread;
    internal long Bytes;
    internal int Name;
    internal int Shapes;
    internal int Scope;
    internal int Device;
}
