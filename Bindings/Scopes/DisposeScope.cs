namespace TorchSharp;

/// <summary>
/// Owns the tensors that are made on its thread while it is the innermost scope, and disposes them when it is disposed.
/// Made by <see cref="torch.NewDisposeScope"/>.
/// </summary>
/// <remarks>
/// A scope belongs to the thread that made it; it takes no locks. Tensors remember their place in the list, so leaving a scope
/// early costs no search.
/// </remarks>
public sealed partial class DisposeScope : IDisposable
{
    // Scopes that own fewer tensors do not look at the greatest number alive when they end.
    private const int NotablePeak = 32;

    private readonly DisposeScopeManager manager;
    private readonly List<IDisposable?> items = [];
    private int live;
    private bool disposed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        this.manager = manager;
        OuterScope = outer;
    }

    /// <summary>What the scope owns at present.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => items.Where(item => item is not null).ToList()!;

    /// <summary>How many things the scope owns at present.</summary>
    public int DisposablesCount => live;

    internal DisposeScope? OuterScope { get; private set; }

    /// <summary>Skips an outer scope that was closed before this one.</summary>
    internal void Unlink() => OuterScope = OuterScope?.OuterScope;

    /// <summary>Whether the scope owns it.</summary>
    /// <param name="disposable">The thing asked for.</param>
    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    /// <summary>Disposes everything the scope owns and leaves it; the scope below becomes the innermost again.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        DisposeEverything();
        manager.Remove(this);
    }

    /// <summary>Disposes everything the scope owns, and stays open.</summary>
    public void DisposeEverything()
    {
        if (live >= NotablePeak)
        {
            DisposeScopeManager.NotePeak();
        }

        // Newest first, as nested using declarations would; a thing that disposes others while we run finds them gone from the list.
        for (int i = items.Count - 1; i >= 0; i--)
        {
            if (i < items.Count && items[i] is { } item)
            {
                items[i] = null;
                live--;
                Forget(item);
                if (item is torch.Tensor tensor)
                {
                    manager.TensorCounts.DisposedInside++;
                    tensor.Release();
                }
                else
                {
                    item.Dispose();
                }
            }
        }

        items.Clear();
        live = 0;
    }

    /// <summary>Tells the scope that something it owns was disposed by other means.</summary>
    /// <param name="disposable">What was disposed.</param>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    /// <summary>Whether the calling thread is the one that made the scope; only it may touch the list.</summary>
    internal bool IsOfThisThread => ReferenceEquals(manager, DisposeScopeManager.OfThread);

    internal void Include(IDisposable item)
    {
        if (item is torch.Tensor tensor)
        {
            tensor.OwningScope = this;
            tensor.ScopeIndex = items.Count;
        }

        items.Add(item);
        live++;
    }

    internal bool Remove(IDisposable item)
    {
        int index = IndexOf(item);
        if (index < 0)
        {
            return false;
        }

        items[index] = null;
        live--;
        Forget(item);
        while (items.Count > 0 && items[^1] is null)
        {
            items.RemoveAt(items.Count - 1);
        }

        return true;
    }

    private static void Forget(IDisposable item)
    {
        if (item is torch.Tensor tensor)
        {
            tensor.OwningScope = null;
        }
    }

    private int IndexOf(IDisposable item)
    {
        if (item is torch.Tensor tensor)
        {
            return ReferenceEquals(tensor.OwningScope, this) ? tensor.ScopeIndex : -1;
        }

        return items.FindLastIndex(other => ReferenceEquals(other, item));
    }
}
