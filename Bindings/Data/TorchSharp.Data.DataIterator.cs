using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Data;

/// <summary>Batches of pictures and labels, from the first to the last each time (TorchSharp's).</summary>
public sealed class DataIterator : IDisposable, IEnumerable<(Tensor, Tensor)>
{
    private readonly long count;
    private readonly long batch;
    private readonly Func<int, int, (Tensor, Tensor)> read;
    private bool disposed;

    /// <param name="count">How many samples.</param>
    /// <param name="batch">Samples in a batch.</param>
    /// <param name="read">The batch that begins at a sample and has so many.</param>
    internal DataIterator(long count, long batch, Func<int, int, (Tensor, Tensor)> read)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch, "batchSize");
        this.count = count;
        this.batch = batch;
        this.read = read;
    }

    /// <summary>How many samples there are.</summary>
    public long Size() => count;

    /// <summary>Starts with the first batch; each is the caller's.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public IEnumerator<(Tensor, Tensor)> GetEnumerator()
    {
        for (long start = 0; start < count; start += batch)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            yield return read((int)start, (int)Math.Min(batch, count - start));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Ends it.</summary>
    public void Dispose() => disposed = true;
}
