using static TorchSharp.torch.utils.data;

namespace TorchSharp;

/// <summary>
/// Batches of a stream: each worker enumerates it on its own, and the workers' batches are delivered in turn. A resumed epoch reads the batches
/// that were delivered before and drops them: a stream cannot jump.
/// </summary>
internal sealed class StreamedBatchSource<T, S>(
    IterableDataset<T> stream, int lanes, int batchSize, bool dropLast, BatchAssembly<T, S> assembly, long seed, long skip) : IBatchSource<S>
{
    // Each lane's enumerator is made and used by that lane's thread only.
    private readonly IEnumerator<T>?[] _enumerators = new IEnumerator<T>?[lanes];
    private readonly bool[] _ended = new bool[lanes];
    private long _next;
    private int _turn;

    public long Dropped => skip;

    public BatchJob<S>? Next()
    {
        for (var tried = 0; tried < lanes; tried++)
        {
            var lane = _turn;
            _turn = (_turn + 1) % lanes;
            if (!_ended[lane])
            {
                var number = _next++;
                return new BatchJob<S>(lane, () => Make(lane, number));
            }
        }
        return null;
    }

    public void LaneEnded(int lane) => _ended[lane] = true;

    public void Dispose()
    {
        foreach (var enumerator in _enumerators)
        {
            enumerator?.Dispose();
        }
    }

    private LoadedBatch<S>? Make(int lane, long number)
    {
        var enumerator = _enumerators[lane] ??= stream.GetEnumerator();
        return assembly.Make(new StreamedSamples<T>(enumerator, batchSize), number, unchecked(seed + number), dropLast);
    }
}
