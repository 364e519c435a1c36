using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors profiler.cpp; contracts in torchlight_profiler.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_profiler_start(byte recordShapes, byte profileMemory);

    [LibraryImport(Library)]
    internal static partial int tl_profiler_stop(ProfilerRecord** events, long* count, byte** text, long* started);

    [LibraryImport(Library)]
    internal static partial byte tl_profiler_running();

    [LibraryImport(Library)]
    internal static partial int tl_profiler_range_new(byte* name, nint* range);

    [LibraryImport(Library)]
    internal static partial void tl_profiler_range_end(nint range);
}
