using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The managed side of what libtorch calls back with tensors: hooks, packed tensors, functions with gradients of their own.</summary>
internal static unsafe class TensorCallback
{
    /// <summary>Tensors in (null for an undefined one), tensors in their place or null out.</summary>
    internal delegate IReadOnlyList<torch.Tensor?>? Body(List<torch.Tensor?> tensors, List<torch.Tensor?> others);

    /// <summary>What the shim calls for a <see cref="Body"/>.</summary>
    internal static delegate* unmanaged<nint, nint*, int, nint*, int, nint*, int, nint*, void> Entry => &Call;

    /// <summary>What the shim frees a state or a failure with.</summary>
    internal static delegate* unmanaged<nint, void> Free => &Release;

    /// <summary>Keeps an object until the shim frees it.</summary>
    internal static nint Keep(object state) => GCHandle.ToIntPtr(GCHandle.Alloc(state));

    /// <summary>
    /// Nothing may be thrown through native code: the exception goes round it, to who called into libtorch.
    /// </summary>
    internal static nint Failure(Exception error) => Keep(ExceptionDispatchInfo.Capture(error));

    /// <summary>Takes over tensors from the shim.</summary>
    internal static List<torch.Tensor?> Own(nint* handles, int count)
    {
        var tensors = new List<torch.Tensor?>(count);
        for (int k = 0; k < count; k++)
        {
            tensors.Add(handles[k] == 0 ? null : new torch.Tensor(handles[k]));
        }

        return tensors;
    }

    /// <summary>Gives the shim references of its own to tensors.</summary>
    internal static void Give(IReadOnlyList<torch.Tensor?> tensors, nint* results, int count)
    {
        // All handles first: a disposed tensor must fail before any reference is given away.
        nint[] handles = [.. tensors.Select(tensor => tensor?.Handle ?? 0)];
        for (int k = 0; k < count; k++)
        {
            results[k] = handles[k] == 0 ? 0 : NativeMethods.tl_tensor_retain(handles[k]);
        }

        GC.KeepAlive(tensors);
    }

    [UnmanagedCallersOnly]
    private static void Call(
        nint state, nint* tensors, int count, nint* others, int otherCount, nint* results, int resultCount, nint* failure)
    {
        using DisposeScopeManager.Callback callback = DisposeScopeManager.BeginCallback();
        try
        {
            var body = (Body)GCHandle.FromIntPtr(state).Target!;
            if (body(Own(tensors, count), Own(others, otherCount)) is not { } given)
            {
                return;
            }

            if (given.Count != resultCount)
            {
                throw new InvalidOperationException($"a hook gave {given.Count} tensors in the place of {resultCount}");
            }

            Give(given, results, resultCount);
        }
        catch (Exception error)
        {
            *failure = Failure(error);
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint handle) => GCHandle.FromIntPtr(handle).Free();
}
