using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// Automatic mixed precision on one thread until it is disposed: libtorch runs operators that gain by it in a smaller type, and those that need
/// the range in float32 (Python's torch.autocast). Made by <see cref="torch.autocast(string, torch.ScalarType?, bool, bool?)"/> and its kin.
/// </summary>
public sealed unsafe class Autocast : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly (bool enabled, torch.ScalarType dtype) previous;
    private readonly bool previousCache;
    private bool disposed;

    internal Autocast(DeviceType device, torch.ScalarType? dtype, bool enabled, bool? cached)
    {
        device_type = device;
        previous = Read(device);
        previousCache = CacheEnabled;
        fast_dtype = dtype ?? previous.dtype;
        Enabled = enabled;
        NativeError.Check(NativeMethods.tl_autocast_enter(), "torch.autocast");
        Write(device, Enabled, enabled ? fast_dtype : previous.dtype);
        NativeMethods.tl_set_autocast_cache_enabled((cached ?? previousCache) ? (byte)1 : (byte)0);
    }

    /// <summary>The kind of device it is for.</summary>
    public DeviceType device_type { get; }

    /// <summary>The smaller type.</summary>
    public torch.ScalarType fast_dtype { get; }

    /// <summary>Whether operators are cast.</summary>
    public bool Enabled { get; }

    internal static bool CacheEnabled => NativeMethods.tl_autocast_cache_enabled() != 0;

    /// <summary>Brings the setting before back; leaving the outermost one forgets the weights that were cast.</summary>
    /// <exception cref="InvalidOperationException">Another thread disposes it, as after an await.</exception>
    public void Dispose()
    {
        if (!disposed)
        {
            GuardThread.Check(thread, "torch.autocast");
            disposed = true;
            NativeError.Check(NativeMethods.tl_autocast_leave(), "torch.autocast");
            Write(device_type, previous.enabled, previous.dtype);
            NativeMethods.tl_set_autocast_cache_enabled(previousCache ? (byte)1 : (byte)0);
        }
    }

    internal static (bool enabled, torch.ScalarType dtype) Read(DeviceType device)
    {
        byte enabled;
        int dtype;
        NativeError.Check(NativeMethods.tl_autocast_get((int)device, &enabled, &dtype), "torch.autocast");
        return (enabled != 0, (torch.ScalarType)dtype);
    }

    internal static void Write(DeviceType device, bool enabled, torch.ScalarType dtype) =>
        NativeError.Check(NativeMethods.tl_autocast_set((int)device, enabled ? (byte)1 : (byte)0, TypeNumbers.Of(dtype)), "torch.autocast");
}
