namespace TorchSharp;

/// <summary>A thread's dispose scopes, innermost last, and its account of tensors.</summary>
public sealed partial class DisposeScopeManager
{
    private static readonly Lock Registration = new();

    // Replaced as a whole under the lock, so that it can be read without.
    private static DisposeScopeManager[] all = [];
    private static long liveOfEndedThreads;

    [ThreadStatic]
    private static DisposeScopeManager? threadManager;

    private static long peak;

    private long created;

    /// <summary>Makes the account of a thread.</summary>
    public DisposeScopeManager()
    {
        lock (Registration)
        {
            Volatile.Write(ref all, [.. all, this]);
        }
    }

    /// <summary>What tensors were made and disposed on this thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread.ThreadStatistics;

    internal static DisposeScopeManager OfThread => threadManager ?? Begin();

    /// <summary>The accounts of the threads that have met a tensor and not ended.</summary>
    internal static ReadOnlySpan<DisposeScopeManager> OfAllThreads => Volatile.Read(ref all);

    internal ThreadDisposeScopeStatistics ThreadStatistics { get; } = new();

    internal LifetimeStatistics TensorCounts => ThreadStatistics.TensorStatistics;

    internal DisposeScope? Current { get; private set; }

    // Made less released.
    private long Live => Volatile.Read(ref created) - Volatile.Read(ref released);

    /// <summary>Tensors made less tensors released, over all threads.</summary>
    internal static long LiveOfAllThreads()
    {
        lock (Registration)
        {
            return liveOfEndedThreads + all.Sum(manager => manager.Live);
        }
    }

    /// <summary>The greatest sum that was seen so far, the present one included.</summary>
    internal static long NotePeak()
    {
        long live = LiveOfAllThreads();
        long seen = Interlocked.Read(ref peak);
        while (live > seen)
        {
            long before = Interlocked.CompareExchange(ref peak, live, seen);
            if (before == seen)
            {
                return live;
            }

            seen = before;
        }

        return seen;
    }

    private static DisposeScopeManager Begin()
    {
        threadManager = new DisposeScopeManager();
        threadEnd = new ThreadEnd(threadManager);
        return threadManager;
    }

    // The thread has ended: its counts still belong to the sum.
    private void Unregister()
    {
        lock (Registration)
        {
            liveOfEndedThreads += Live;
            Volatile.Write(ref all, Array.FindAll(all, manager => manager != this));
        }
    }

    internal DisposeScope Open() => Current = new DisposeScope(this, Current);

    internal void Remove(DisposeScope scope)
    {
        if (ReferenceEquals(Current, scope))
        {
            Current = scope.OuterScope;
            return;
        }

        // Closed out of order: the scopes above it keep going, linked past it.
        for (DisposeScope? above = Current; above is not null; above = above.OuterScope)
        {
            if (ReferenceEquals(above.OuterScope, scope))
            {
                above.Unlink();
                return;
            }
        }
    }

    internal void NoteCreated(torch.Tensor tensor)
    {
        if ((++created & 255) == 0)
        {
            NotePeak();
        }

        if (Current is { } scope)
        {
            TensorCounts.CreatedInside++;
            scope.Include(tensor);
        }
        else
        {
            TensorCounts.CreatedOutside++;
        }
    }
}
