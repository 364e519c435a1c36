namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether anomaly detection of autograd is on (torch.is_anomaly_enabled).</summary>
    public static bool is_anomaly_enabled() => AnomalyMode.IsEnabled;

    /// <summary>Whether gradients that are not numbers fail while anomaly detection is on (torch.is_anomaly_check_nan_enabled).</summary>
    public static bool is_anomaly_check_nan_enabled() => AnomalyMode.ShouldCheckNaN;

    /// <summary>Turns anomaly detection on or off until it is set again (torch.set_anomaly_enabled).</summary>
    /// <param name="mode">Whether a failing gradient tells where its operation was recorded.</param>
    /// <param name="check_nan">Whether a gradient that is not a number fails.</param>
    public static void set_anomaly_enabled(bool mode, bool check_nan = true)
    {
        AnomalyReports.Install();
        AnomalyMode.Set(mode, check_nan);
    }
}
