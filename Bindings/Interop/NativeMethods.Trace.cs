using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors jit_trace.cpp; contracts in torchlight_trace.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_trace_module(byte* qualifiedName, nint beside, byte training, nint* module);

    [LibraryImport(Library)]
    internal static partial int tl_trace_member(nint module, int kind, byte* name, Value* value);

    [LibraryImport(Library)]
    internal static partial int tl_trace_run(TraceRequest* request, nint* unit, long* generalized, Value* notes);

    [LibraryImport(Library)]
    internal static partial int tl_trace_probe(TraceRequest* request, nint* probe);

    [LibraryImport(Library)]
    internal static partial int tl_trace_output(nint output, Value* value);

    [LibraryImport(Library)]
    internal static partial int tl_trace_enter(byte* path);

    [LibraryImport(Library)]
    internal static partial int tl_trace_leave();

    [LibraryImport(Library)]
    internal static partial byte tl_is_tracing();

    [LibraryImport(Library)]
    internal static partial int tl_trace_module_of_function(nint unit, byte* name, nint* module);

    [LibraryImport(Library)]
    internal static partial int tl_trace_random_nodes(nint handle, byte* name, Value* nodes);

    [LibraryImport(Library)]
    internal static partial int tl_trace_graph(nint module, byte* name, Value* graph);
}
