using System.Collections;

namespace TorchSharp;

/// <summary>Delivers the batches of one epoch in their order, loaded ahead by worker threads or, without any, on the consumer's own thread.</summary>
internal sealed class BatchEnumerator<S> : IEnumerator<S>
{
    private readonly IBatchSource<S> _source;
    private readonly WorkerThreads? _workers;
    private readonly bool _ownsWorkers;
    private readonly int _ahead;
    private readonly bool _disposeBatches;
    private readonly Action<bool> _moved;
    private readonly Queue<BatchSlot<S>> _pending = new();
    private readonly Cancellation _cancellation = new();
    private LoadedBatch<S>? _current;
    private long _drop;
    private bool _ended;

    /// <param name="source">The epoch's batches; owned.</param>
    /// <param name="workers">The threads that load, or null.</param>
    /// <param name="ownsWorkers">Whether the threads end with the epoch.</param>
    /// <param name="ahead">How many batches may be under way or waiting.</param>
    /// <param name="disposeBatches">Whether a batch is disposed when the next is asked for.</param>
    /// <param name="moved">Told of each delivered batch (true) and of the epoch's end (false).</param>
    public BatchEnumerator(IBatchSource<S> source, WorkerThreads? workers, bool ownsWorkers, int ahead, bool disposeBatches, Action<bool> moved)
    {
        _source = source;
        _workers = workers;
        _ownsWorkers = ownsWorkers;
        _ahead = ahead;
        _disposeBatches = disposeBatches;
        _moved = moved;
        _drop = source.Dropped;
    }

    /// <summary>An enumeration that nobody disposed must not leave its threads waiting for ever.</summary>
    ~BatchEnumerator()
    {
        _cancellation.Request();
        if (_ownsWorkers)
        {
            _workers?.Close();
        }
    }

    public S Current => _current is { } batch ? batch.Value : throw new InvalidOperationException("There is no current batch: call MoveNext first.");

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        DropCurrent();
        while (!_ended && TryTake(out var batch, out var lane))
        {
            if (batch is null)
            {
                _source.LaneEnded(lane);
                continue;
            }
            if (_drop > 0)
            {
                _drop--;
                batch.Dispose();
                continue;
            }
            batch.Attach();
            _current = batch;
            _moved(true);
            return true;
        }
        if (!_ended)
        {
            _ended = true;
            _moved(false);
        }
        return false;
    }

    public void Reset() => throw new NotSupportedException("Start a new epoch by enumerating the loader again.");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _ended = true;
        DropCurrent();
        _cancellation.Request();
        while (_pending.TryDequeue(out var slot))
        {
            slot.Abandon();
        }
        if (_ownsWorkers)
        {
            _workers?.Dispose();
        }
        _source.Dispose();
    }

    private bool TryTake(out LoadedBatch<S>? batch, out int lane)
    {
        if (_workers is null)
        {
            var job = _source.Next();
            batch = job?.Run();
            lane = job?.Lane ?? -1;
            return job is not null;
        }
        Fill();
        if (!_pending.TryDequeue(out var slot))
        {
            batch = null;
            lane = -1;
            return false;
        }
        // The freed place is filled before waiting, so that no worker idles meanwhile.
        Fill();
        lane = slot.Lane;
        batch = slot.Wait();
        return true;
    }

    private void Fill()
    {
        while (_pending.Count < _ahead && _source.Next() is { } job)
        {
            var slot = new BatchSlot<S>(job, _cancellation);
            _pending.Enqueue(slot);
            _workers!.Post(job.Lane, slot.Run);
        }
    }

    private void DropCurrent()
    {
        if (_disposeBatches)
        {
            _current?.Dispose();
        }
        _current = null;
    }
}
