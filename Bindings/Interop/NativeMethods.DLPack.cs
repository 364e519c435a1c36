using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors dlpack.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_dlpack_export(nint tensor, nint* managed);

    [LibraryImport(Library)]
    internal static partial int tl_dlpack_import(nint managed, nint* result);

    [LibraryImport(Library)]
    internal static partial void tl_dlpack_delete(nint managed);
}
