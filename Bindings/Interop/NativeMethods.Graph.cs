using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors jit_graph.cpp; contracts in torchlight_graph.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_jit_graph(nint @object, nint* graph);

    [LibraryImport(Library)]
    internal static partial int tl_jit_graph_describe(nint graph, Value* description);

    [LibraryImport(Library)]
    internal static partial int tl_jit_graph_run(nint graph, long node, Value* inputs, int count, Value* outputs);
}
