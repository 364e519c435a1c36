using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors transforms.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_autocast_get(int deviceType, byte* enabled, int* dtype);

    [LibraryImport(Library)]
    internal static partial int tl_autocast_set(int deviceType, byte enabled, int dtype);

    [LibraryImport(Library)]
    internal static partial int tl_autocast_enter();

    [LibraryImport(Library)]
    internal static partial int tl_autocast_leave();

    [LibraryImport(Library)]
    internal static partial int tl_autocast_clear_cache();

    [LibraryImport(Library)]
    internal static partial byte tl_autocast_cache_enabled();

    [LibraryImport(Library)]
    internal static partial void tl_set_autocast_cache_enabled(byte enabled);

    [LibraryImport(Library)]
    internal static partial int tl_forward_level_enter(long* level);

    [LibraryImport(Library)]
    internal static partial int tl_forward_level_leave(long level);

    [LibraryImport(Library)]
    internal static partial int tl_vmap_enter(long batchSize, int randomness, long* level);

    [LibraryImport(Library)]
    internal static partial int tl_vmap_leave();

    [LibraryImport(Library)]
    internal static partial int tl_vmap_add_batch(nint tensor, long dim, long level, nint* result);

    [LibraryImport(Library)]
    internal static partial int tl_vmap_remove_batch(nint tensor, long dim, long level, long batchSize, nint* result);
}
