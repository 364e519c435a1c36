using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>libtorch's deterministic mode, which is one for the process, for as long as the object is not disposed.</summary>
internal sealed class DeterministicMode : IDisposable
{
    private readonly byte previous = NativeMethods.tl_deterministic();
    private readonly byte previousWarnOnly = NativeMethods.tl_deterministic_warn_only();
    private bool disposed;

    internal DeterministicMode(bool enabled, bool warnOnly)
    {
        Set(enabled ? (byte)1 : (byte)0, warnOnly ? (byte)1 : (byte)0);
    }

    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            Set(previous, previousWarnOnly);
        }
    }

    private static void Set(byte enabled, byte warnOnly) =>
        NativeError.Check(NativeMethods.tl_set_deterministic(enabled, warnOnly), "torch.use_deterministic_algorithms");
}
