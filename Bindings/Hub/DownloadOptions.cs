namespace TorchSharp;

/// <summary>How patient a download is.</summary>
/// <param name="Silence">How long the server may send nothing before the connection counts as lost.</param>
/// <param name="Tries">How often in a row a lost connection or a busy server is tried without a byte of progress.</param>
/// <param name="Pause">How long to wait before the second try; twice that before the third, and so on.</param>
internal sealed record DownloadOptions(TimeSpan Silence, int Tries, TimeSpan Pause)
{
    /// <summary>For real servers.</summary>
    public static DownloadOptions Default { get; } = new(TimeSpan.FromSeconds(60), 4, TimeSpan.FromSeconds(1));
}
