namespace TorchSharp;

/// <summary>A progress bar that shows nothing.</summary>
internal sealed class HiddenProgressBar : IProgressBar
{
    public long Value { get; set; }

    public long? Maximum { get; set; }

    public void Dispose()
    {
    }
}
