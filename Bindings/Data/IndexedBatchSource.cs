namespace TorchSharp;

/// <summary>Batches of a dataset with indices: one job for each list of indices.</summary>
internal sealed class IndexedBatchSource<T, S>(
    torch.utils.data.Dataset<T> dataset, IEnumerator<IReadOnlyList<long>> batches, BatchAssembly<T, S> assembly, long seed) : IBatchSource<S>
{
    private long _next;
    private bool _peeked;
    private bool _more;

    public long Dropped => 0;

    /// <summary>Looks at the first batch's indices, so that the sampler makes its draws now.</summary>
    public void Peek()
    {
        _more = batches.MoveNext();
        _peeked = true;
    }

    /// <summary>Passes batches by without loading them.</summary>
    public void Skip(long count)
    {
        while (_next < count && Advance())
        {
            _next++;
        }
    }

    public BatchJob<S>? Next()
    {
        if (!Advance())
        {
            return null;
        }
        var source = new IndexedSamples<T>(dataset, batches.Current);
        var number = _next++;
        return new BatchJob<S>(-1, () => assembly.Make(source, number, unchecked(seed + number), dropShort: false)
            ?? throw new InvalidOperationException($"The batch sampler gave an empty batch (number {number})."));
    }

    public void LaneEnded(int lane)
    {
    }

    public void Dispose() => batches.Dispose();

    private bool Advance()
    {
        if (!_peeked)
        {
            return batches.MoveNext();
        }
        _peeked = false;
        return _more;
    }
}
