using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors engine.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_saved_hooks_push(
        nint state, delegate* unmanaged<nint, nint, nint*, nint*, void> pack, delegate* unmanaged<nint, nint, nint*, nint*, void> unpack,
        delegate* unmanaged<nint, void> release);

    [LibraryImport(Library)]
    internal static partial void tl_saved_hooks_pop();

    [LibraryImport(Library)]
    internal static partial void tl_anomaly_callbacks(
        delegate* unmanaged<byte*, int, void> trace, delegate* unmanaged<byte*, byte*, void> report);
}
