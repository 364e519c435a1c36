namespace TorchSharp;

/// <summary>A setting of the process that was changed, and is put back when the object is disposed (once).</summary>
internal sealed class RestoredSetting<T>(T previous, Action<T> restore) : IDisposable
{
    private Action<T>? restore = restore;

    public void Dispose() => Interlocked.Exchange(ref restore, null)?.Invoke(previous);
}
