using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors tl_trace_request.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TraceRequest
{
    internal nint Self;
    internal byte* Name;
    internal Value* Inputs;
    internal byte** InputNames;
    internal int InputCount;
    internal int Strict;
    internal nint* Probes;
    internal byte** ProbeNames;
    internal long ProbeCount;
    internal delegate* unmanaged<nint, Value*, nint, nint*, void> Body;
    internal delegate* unmanaged<nint, int, void> OnRead;
    internal nint Context;
    internal delegate* unmanaged<nint, void> Release;
}
