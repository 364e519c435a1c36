using System.Collections;

namespace Lightning;

/// <summary>
/// One pass over a loader that knows which batch is the last: by count where there is one, else by fetching one batch ahead.
/// </summary>
internal sealed class BatchFeed : IDisposable
{
    private readonly IEnumerable _loader;
    private readonly long? _count;
    private readonly long _limit;
    private readonly bool _ownsBatches;
    private IEnumerator? _items;
    private long _taken;
    private object? _ahead;
    private bool _hasAhead;
    private bool _started;

    /// <summary>Begins a pass.</summary>
    /// <param name="loader">What to enumerate.</param>
    /// <param name="count">How many batches it gives, or null when nobody knows.</param>
    /// <param name="limit">How many to take at most, or null for all.</param>
    internal BatchFeed(IEnumerable loader, long? count, long? limit)
    {
        _loader = loader;
        _count = count;
        _limit = limit ?? long.MaxValue;
        _ownsBatches = loader is torch.utils.data.IDataLoader or CombinedLoader { OwnsBatches: true };
    }

    internal object Current { get; private set; } = null!;

    /// <summary>The current batch is the last of the pass.</summary>
    internal bool IsLast { get; private set; }

    /// <summary>Continues a pass of which some batches are done.</summary>
    /// <param name="done">How many.</param>
    /// <param name="loaderState">The loader's own state at that point; null runs past the batches.</param>
    internal void Resume(long done, object? loaderState)
    {
        if (loaderState is not null && LoaderStates.Load(_loader, loaderState))
        {
            // The enumerator is made here, since making one may draw a seed, and the generators are put back after this.
            _items = _loader.GetEnumerator();
            _taken = done;
            if (_count is { } count)
            {
                IsLast = done >= count;
            }
            else
            {
                Start();
                IsLast = !_hasAhead;
            }

            return;
        }

        while (_taken < done)
        {
            using var scope = Next();
            if (scope is null)
            {
                return;
            }
        }
    }

    /// <summary>The loader's own state after so many batches, or null when it keeps none.</summary>
    internal object? SaveState(long done) => LoaderStates.Save(_loader, done);

    /// <summary>Moves to the next batch and opens the scope in which it is used; null at the end.</summary>
    /// <remarks>
    /// A data loader hands its batches to the scope, so they are freed with it. Any other source may make tensors that it goes on using: it runs
    /// outside.
    /// </remarks>
    internal DisposeScope? Next()
    {
        if (!_ownsBatches)
        {
            return MoveNext() ? torch.NewDisposeScope() : null;
        }

        var scope = torch.NewDisposeScope();
        var moved = false;
        try
        {
            moved = MoveNext();
        }
        finally
        {
            if (!moved)
            {
                scope.Dispose();
            }
        }

        return moved ? scope : null;
    }

    public void Dispose() => (_items as IDisposable)?.Dispose();

    private bool MoveNext()
    {
        if (_taken >= (_count ?? _limit))
        {
            return false;
        }

        _items ??= _loader.GetEnumerator();
        return _count is { } count ? MoveCounted(count) : MoveAhead();
    }

    private bool MoveCounted(long count)
    {
        if (!_items!.MoveNext())
        {
            return false;
        }

        Current = Checked(_items.Current);
        _taken++;
        IsLast = _taken == count;
        return true;
    }

    private bool MoveAhead()
    {
        Start();
        if (!_hasAhead)
        {
            return false;
        }

        Current = Checked(_ahead);
        if (_ownsBatches && torch.CurrentDisposeScope is { } scope)
        {
            BatchTransfer.Visit(Current, tensor => scope.Attach(tensor));
        }

        _taken++;
        _hasAhead = false;
        if (_taken < _limit)
        {
            Fetch();
        }

        IsLast = !_hasAhead;
        return true;
    }

    private void Start()
    {
        if (!_started)
        {
            _started = true;
            Fetch();
        }
    }

    private void Fetch()
    {
        if (!_ownsBatches)
        {
            _hasAhead = _items!.MoveNext();
            _ahead = _hasAhead ? _items.Current : null;
            return;
        }

        // The loader may free a batch when the next one is fetched: its tensors are held by further handles to the same memory.
        using var scope = torch.NewDisposeScope();
        _hasAhead = _items!.MoveNext();
        _ahead = _hasAhead ? BatchTransfer.Map(_items.Current, tensor => tensor.alias().DetachFromDisposeScope()) : null;
    }

    private static object Checked(object? batch) =>
        batch ?? throw new MisconfigurationException("The loader yielded null instead of a batch.");
}
