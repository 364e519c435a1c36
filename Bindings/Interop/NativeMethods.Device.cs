using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors device.cpp; contracts in torchlight_device.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_device_count(int deviceType, int* count);

    [LibraryImport(Library)]
    internal static partial int tl_device_current(int deviceType, int* index);

    [LibraryImport(Library)]
    internal static partial int tl_device_exchange(int deviceType, int index, int* previous);

    [LibraryImport(Library)]
    internal static partial int tl_stream_get(int deviceType, int index, int which, long* stream);

    [LibraryImport(Library)]
    internal static partial int tl_stream_exchange(int deviceType, int index, long stream, long* previous);

    [LibraryImport(Library)]
    internal static partial int tl_stream_query(int deviceType, int index, long stream, byte* done);

    [LibraryImport(Library)]
    internal static partial int tl_stream_synchronize(int deviceType, int index, long stream);

    [LibraryImport(Library)]
    internal static partial int tl_event_record(nint* @event, int deviceType, int index, long stream, byte timing);

    [LibraryImport(Library)]
    internal static partial int tl_event_block(nint @event, int deviceType, int index, long stream);

    [LibraryImport(Library)]
    internal static partial int tl_event_query(nint @event, int deviceType, byte* done);

    [LibraryImport(Library)]
    internal static partial int tl_event_synchronize(nint @event, int deviceType, int index);

    [LibraryImport(Library)]
    internal static partial int tl_event_elapsed(nint start, nint end, int deviceType, int index, double* milliseconds);

    [LibraryImport(Library)]
    internal static partial void tl_event_destroy(nint @event, int deviceType, int index);

    [LibraryImport(Library)]
    internal static partial int tl_memory_stats(int deviceType, int index, long* values, int capacity, int* count);

    [LibraryImport(Library)]
    internal static partial int tl_memory_reset(int deviceType, int index, byte peaks);

    [LibraryImport(Library)]
    internal static partial int tl_memory_empty_cache(int deviceType);

    [LibraryImport(Library)]
    internal static partial int tl_graph_new(nint* graph);

    [LibraryImport(Library)]
    internal static partial int tl_graph_begin(nint graph, long* pool);

    [LibraryImport(Library)]
    internal static partial int tl_graph_pool(nint graph, long* pool);

    [LibraryImport(Library)]
    internal static partial int tl_graph_step(nint graph, int step);

    [LibraryImport(Library)]
    internal static partial void tl_graph_release(nint graph);
}
