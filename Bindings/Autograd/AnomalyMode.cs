using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Anomaly detection of autograd for as long as the object is not disposed; then the setting before is back.</summary>
public sealed unsafe class AnomalyMode : IDisposable
{
    private readonly byte previousMode;
    private readonly byte previousCheck;
    private bool disposed;

    internal AnomalyMode(bool enabled, bool checkNan)
    {
        AnomalyReports.Install();
        byte mode, check;
        NativeError.Check(NativeMethods.tl_anomaly_mode(&mode, &check), "torch.autograd.detect_anomaly");
        previousMode = mode;
        previousCheck = check;
        Set(enabled ? (byte)1 : (byte)0, checkNan ? (byte)1 : (byte)0);
    }

    /// <summary>Brings the setting before back.</summary>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            Set(previousMode, previousCheck);
        }
    }

    private static void Set(byte enabled, byte checkNan) =>
        NativeError.Check(NativeMethods.tl_set_anomaly_mode(enabled, checkNan), "torch.autograd.set_detect_anomaly");
}
