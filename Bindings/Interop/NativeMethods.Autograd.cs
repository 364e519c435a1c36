using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors autograd.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_autograd_backward(
        nint* tensors, int tensorCount, nint* grads, int gradCount, byte retainGraph, byte createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int tl_autograd_grad(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* grads, int gradCount, byte retainGraph, byte createGraph, byte allowUnused, nint* results);

    [LibraryImport(Library)]
    internal static partial byte tl_autograd_fills_leaves();

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial byte tl_grad_mode();

    [LibraryImport(Library)]
    internal static partial void tl_set_grad_mode(byte enabled);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial byte tl_inference_mode();

    [LibraryImport(Library)]
    internal static partial int tl_inference_guard_new(byte enabled, nint* guard);

    [LibraryImport(Library)]
    internal static partial void tl_inference_guard_free(nint guard);

    [LibraryImport(Library)]
    internal static partial int tl_anomaly_mode(byte* enabled, byte* checkNan);

    [LibraryImport(Library)]
    internal static partial int tl_set_anomaly_mode(byte enabled, byte checkNan);
}
