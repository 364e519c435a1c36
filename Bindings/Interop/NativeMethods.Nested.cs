using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors nested.cpp; contracts in torchlight_nested.h.</summary>
internal static unsafe partial class NativeMethods
{
    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_is_nested(nint tensor);

    [LibraryImport(Library)]
    internal static partial long tl_nested_size(nint tensor, long dim);
}
