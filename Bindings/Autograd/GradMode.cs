using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Autograd's mode of one thread for as long as the object is not disposed.</summary>
internal sealed class GradMode : IDisposable
{
    private readonly byte previous = NativeMethods.tl_grad_mode();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool disposed;

    internal GradMode(bool enabled)
    {
        NativeMethods.tl_set_grad_mode(enabled ? (byte)1 : (byte)0);
    }

    /// <exception cref="InvalidOperationException">Another thread disposes it, as after an await.</exception>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        GuardThread.Check(thread, "torch.no_grad and its kin");
        disposed = true;
        NativeMethods.tl_set_grad_mode(previous);
    }
}
