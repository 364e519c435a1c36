using System.Collections.Concurrent;
using static TorchSharp.torch.utils.data;

namespace TorchSharp;

/// <summary>A loader's threads, which run what is posted to them until they are told that nothing more comes.</summary>
/// <remarks>
/// The threads hold on to nothing but their queues, so a loader that is forgotten half-way can be collected; its finalizer closes the queues and the
/// threads end.
/// </remarks>
internal sealed class WorkerThreads : IDisposable
{
    private readonly BlockingCollection<Action>[] _queues;
    private readonly Thread[] _threads;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many.</param>
    /// <param name="lanes">Whether each has a queue of its own; otherwise whoever is free takes the next.</param>
    /// <param name="seed">The epoch's seed, from which each worker has its own.</param>
    public WorkerThreads(int count, bool lanes, long seed)
    {
        _queues = new BlockingCollection<Action>[lanes ? count : 1];
        for (var index = 0; index < _queues.Length; index++)
        {
            _queues[index] = [];
        }
        _threads = new Thread[count];
        StartWithOneComputeThreadEach(seed);
    }

    public int Count => _threads.Length;

    /// <summary>Hands work to a lane's thread, or with -1 to whichever is free. The work catches its own exceptions.</summary>
    public void Post(int lane, Action work) => _queues[lane < 0 ? 0 : lane].Add(work);

    /// <summary>Lets the threads end once their queues are empty, without waiting for them.</summary>
    public void Close()
    {
        foreach (var queue in _queues)
        {
            queue.CompleteAdding();
        }
    }

    /// <summary>Lets the threads end and waits for them.</summary>
    public void Dispose()
    {
        Close();
        foreach (var thread in _threads)
        {
            thread.Join();
        }
        foreach (var queue in _queues)
        {
            queue.Dispose();
        }
    }

    // As in Python, a worker computes with one thread: the loader's own threads are the parallelism. libtorch's setting is each thread's own, but new
    // threads start from the last one set by anybody, so the caller's is set again when all workers have taken theirs.
    private void StartWithOneComputeThreadEach(long seed)
    {
        var computeThreads = torch.get_num_threads();
        using var ready = new CountdownEvent(_threads.Length);
        for (var index = 0; index < _threads.Length; index++)
        {
            var id = index;
            var queue = _queues[_queues.Length == 1 ? 0 : index];
            var count = _threads.Length;
            _threads[index] = new Thread(() =>
            {
                // Newer versions take over the process-wide setting when a thread first asks; asked now, it cannot undo ours later.
                _ = torch.get_num_threads();
                torch.set_num_threads(1);
                ready.Signal();
                Run(queue, new WorkerInfo(id, count, unchecked(seed + id)));
            })
            {
                IsBackground = true,
                Name = $"DataLoader worker {id}",
            };
            _threads[index].Start();
        }
        ready.Wait();
        torch.set_num_threads(computeThreads);
    }

    private static void Run(BlockingCollection<Action> queue, WorkerInfo info)
    {
        WorkerInfo.Current = info;
        foreach (var work in queue.GetConsumingEnumerable())
        {
            work();
        }
    }
}
