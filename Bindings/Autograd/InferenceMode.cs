using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>libtorch's inference mode of one thread for as long as the object is not disposed.</summary>
internal sealed unsafe class InferenceMode : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private nint guard;

    internal InferenceMode(bool enabled)
    {
        nint made;
        NativeError.Check(NativeMethods.tl_inference_guard_new(enabled ? (byte)1 : (byte)0, &made), "torch.inference_mode");
        guard = made;
    }

    /// <exception cref="InvalidOperationException">Another thread disposes it, as after an await.</exception>
    public void Dispose()
    {
        if (guard == 0)
        {
            return;
        }

        GuardThread.Check(thread, "torch.inference_mode");
        nint owned = Interlocked.Exchange(ref guard, 0);
        NativeMethods.tl_inference_guard_free(owned);
    }
}
