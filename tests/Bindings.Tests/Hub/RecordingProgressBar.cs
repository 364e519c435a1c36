using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>A progress bar that keeps what it was told.</summary>
internal sealed class RecordingProgressBar : IProgressBar
{
    public List<long> Values { get; } = [];

    public bool IsDisposed { get; private set; }

    public long Value
    {
        get => Values.Count > 0 ? Values[^1] : 0;
        set => Values.Add(value);
    }

    public long? Maximum { get; set; }

    public void Dispose() => IsDisposed = true;
}
