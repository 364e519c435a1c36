using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors switches.cpp; contracts in torchlight_device.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_switch_get(int which, long* value);

    [LibraryImport(Library)]
    internal static partial int tl_switch_set(int which, long value);

    [LibraryImport(Library)]
    internal static partial int tl_has(int which, byte* present);

    [LibraryImport(Library)]
    internal static partial int tl_cudnn_version(long* version);

    [LibraryImport(Library)]
    internal static partial int tl_quantized_engines(int* engines, int capacity, int* count);
}
