namespace TorchSharp;

/// <summary>A thread's dispose scopes, innermost last, and its account of tensors.</summary>
public sealed partial class DisposeScopeManager
{
    // Managers of ended threads stay: their counts belong to the sum.
    private static readonly System.Collections.Concurrent.ConcurrentBag<DisposeScopeManager> All = [];

    [ThreadStatic]
    private static DisposeScopeManager? threadManager;

    private static long peak;

    private long created;

    /// <summary>Makes the account of a thread.</summary>
    public DisposeScopeManager()
    {
        All.Add(this);
    }

    /// <summary>What tensors were made and disposed on this thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread.ThreadStatistics;

    internal static DisposeScopeManager OfThread => threadManager ?? Begin();

    internal ThreadDisposeScopeStatistics ThreadStatistics { get; } = new();

    internal LifetimeStatistics TensorCounts => ThreadStatistics.TensorStatistics;

    internal DisposeScope? Current { get; private set; }

    /// <summary>Tensors made less tensors released, over all threads.</summary>
    internal static long LiveOfAllThreads() => All.Sum(manager => Volatile.Read(ref manager.created) - Volatile.Read(ref manager.released));

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
