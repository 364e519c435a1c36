using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A pair of functions that tensors saved for backward go through, on one thread, until it is disposed.</summary>
internal sealed unsafe class SavedTensorsHooks : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool disposed;

    internal SavedTensorsHooks(Func<torch.Tensor, object?> pack, Func<object?, torch.Tensor> unpack)
    {
        NativeError.Check(
            NativeMethods.tl_saved_hooks_push(TensorCallback.Keep(new Pair(pack, unpack)), &Pack, &Unpack, TensorCallback.Free),
            "torch.autograd.graph.saved_tensors_hooks");
    }

    /// <exception cref="InvalidOperationException">Another thread disposes it, as after an await.</exception>
    public void Dispose()
    {
        if (!disposed)
        {
            GuardThread.Check(thread, "torch.autograd.graph.saved_tensors_hooks");
            disposed = true;
            NativeMethods.tl_saved_hooks_pop();
        }
    }

    [UnmanagedCallersOnly]
    private static void Pack(nint state, nint tensor, nint* packed, nint* failure)
    {
        using DisposeScopeManager.Callback callback = DisposeScopeManager.BeginCallback();
        try
        {
            var pair = (Pair)GCHandle.FromIntPtr(state).Target!;
            // What is kept for backward outlives the scope that forward runs in.
            torch.Tensor saved = new torch.Tensor(tensor).DetachFromDisposeScope();
            object? kept = pair.Pack(saved);
            *packed = TensorCallback.Keep(new Packed((kept as torch.Tensor)?.DetachFromDisposeScope() ?? kept));
        }
        catch (Exception error)
        {
            *failure = TensorCallback.Failure(error);
        }
    }

    [UnmanagedCallersOnly]
    private static void Unpack(nint state, nint packed, nint* tensor, nint* failure)
    {
        using DisposeScopeManager.Callback callback = DisposeScopeManager.BeginCallback();
        try
        {
            var pair = (Pair)GCHandle.FromIntPtr(state).Target!;
            torch.Tensor unpacked = pair.Unpack(((Packed)GCHandle.FromIntPtr(packed).Target!).Value)
                ?? throw new InvalidOperationException("the unpack hook of saved tensors gave null");
            TensorCallback.Give([unpacked], tensor, 1);
        }
        catch (Exception error)
        {
            *failure = TensorCallback.Failure(error);
        }
    }

    private sealed record Pair(Func<torch.Tensor, object?> Pack, Func<object?, torch.Tensor> Unpack);

    private sealed record Packed(object? Value);
}
