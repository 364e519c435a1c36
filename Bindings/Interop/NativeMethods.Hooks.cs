using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors hooks.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_tensor_register_hook(
        nint tensor, nint state, delegate* unmanaged<nint, nint*, int, nint*, int, nint*, int, nint*, void> callback,
        delegate* unmanaged<nint, void> release, nint* hook);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_register_accumulated_hook(
        nint tensor, nint state, delegate* unmanaged<nint, nint*, int, nint*, int, nint*, int, nint*, void> callback,
        delegate* unmanaged<nint, void> release, nint* hook);

    [LibraryImport(Library)]
    internal static partial void tl_hook_remove(nint hook);

    [LibraryImport(Library)]
    internal static partial void tl_hook_release(nint hook);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_grad_fn(nint tensor, nint* node);

    [LibraryImport(Library)]
    internal static partial void tl_node_release(nint node);

    [LibraryImport(Library)]
    internal static partial nint tl_node_identity(nint node);

    [LibraryImport(Library)]
    internal static partial int tl_node_name(nint node, byte** name);

    [LibraryImport(Library)]
    internal static partial long tl_node_sequence_number(nint node);

    [LibraryImport(Library)]
    internal static partial int tl_node_next_count(nint node);

    [LibraryImport(Library)]
    internal static partial int tl_node_next(nint node, int index, nint* next, int* inputNumber);

    [LibraryImport(Library)]
    internal static partial int tl_node_variable(nint node, nint* variable);

    [LibraryImport(Library)]
    internal static partial int tl_node_register_hook(
        nint node, byte before, nint state, delegate* unmanaged<nint, nint*, int, nint*, int, nint*, int, nint*, void> callback,
        delegate* unmanaged<nint, void> release, nint* hook);
}
