using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors function.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint tl_error_managed();

    [LibraryImport(Library)]
    internal static partial int tl_function_apply(
        FunctionRecord* record, nint state, delegate* unmanaged<nint, nint*, int, nint*, int, nint*, int, nint*, void> backward,
        delegate* unmanaged<nint, void> release, nint* results);
}
