using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Anomaly detection of autograd for as long as the object is not disposed; then the setting before is back.</summary>
public class AnomalyMode : IDisposable
{
    private readonly (bool IsEnabled, bool ShouldCheckNaN) previous;
    private bool disposed;

    /// <summary>Sets anomaly detection, which is one for the process.</summary>
    /// <param name="enabled">Whether a failing gradient tells where its operation was recorded.</param>
    /// <param name="check_nan">Whether a gradient that is not a number fails.</param>
    public AnomalyMode(bool enabled, bool check_nan)
    {
        AnomalyReports.Install();
        previous = Get();
        Set(enabled, check_nan);
    }

    /// <summary>Whether anomaly detection is on (torch.is_anomaly_enabled).</summary>
    public static bool IsEnabled => Get().IsEnabled;

    /// <summary>Whether gradients that are not numbers fail while it is on (torch.is_anomaly_check_nan_enabled).</summary>
    public static bool ShouldCheckNaN => Get().ShouldCheckNaN;

    /// <summary>Brings the setting before back.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Brings the setting before back, once.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            disposed = true;
            Set(previous.IsEnabled, previous.ShouldCheckNaN);
        }
    }

    internal static unsafe (bool IsEnabled, bool ShouldCheckNaN) Get()
    {
        byte mode, check;
        NativeError.Check(NativeMethods.tl_anomaly_mode(&mode, &check), "torch.is_anomaly_enabled");
        return (mode != 0, check != 0);
    }

    internal static void Set(bool enabled, bool check) =>
        NativeError.Check(NativeMethods.tl_set_anomaly_mode(enabled ? (byte)1 : (byte)0, check ? (byte)1 : (byte)0), "torch.set_anomaly_enabled");
}
