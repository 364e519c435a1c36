namespace TorchSharp;

/// <summary>While open, computed tensors are computed once: by the first that reads them. Python's <c>parametrize.cached</c>.</summary>
internal sealed class ComputedCache : IDisposable
{
    private static long epochs;
    private static int depth;
    private bool _open = true;

    public ComputedCache()
    {
        lock (typeof(ComputedCache))
        {
            depth++;
            epochs += depth == 1 ? 1 : 0;
        }
    }

    /// <summary>The number of the open cache, or null where none is open.</summary>
    public static long? Epoch => Volatile.Read(ref depth) > 0 ? Volatile.Read(ref epochs) : null;

    public void Dispose()
    {
        lock (typeof(ComputedCache))
        {
            depth -= _open ? 1 : 0;
            _open = false;
        }
    }
}
