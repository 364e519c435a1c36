namespace TorchSharp;

/// <summary>Letting things out of a scope, and into another.</summary>
public sealed partial class DisposeScope
{
    /// <summary>Hands something over to the next outer scope, or to nobody where there is none.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="disposable">What to hand over.</param>
    /// <returns>The same.</returns>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        MoveTo(OuterScope, disposable);
        return disposable;
    }

    /// <summary>Hands two things over to the next outer scope.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Hands three things over to the next outer scope.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <typeparam name="T3">Type of the third.</typeparam>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <param name="third">Third.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Hands things over to the next outer scope.</summary>
    /// <param name="disposables">What to hand over.</param>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Hands things over to the next outer scope.</summary>
    /// <param name="disposables">What to hand over.</param>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            MoveTo(OuterScope, disposable);
        }
    }

    /// <summary>Hands something over to another scope.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="scope">The other scope.</param>
    /// <param name="disposable">What to hand over.</param>
    /// <returns>The same.</returns>
    public T MoveToOther<T>(DisposeScope scope, T disposable)
        where T : IDisposable
    {
        MoveTo(scope, disposable);
        return disposable;
    }

    /// <summary>Hands two things over to another scope.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <param name="scope">The other scope.</param>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    /// <summary>Hands three things over to another scope.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <typeparam name="T3">Type of the third.</typeparam>
    /// <param name="scope">The other scope.</param>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <param name="third">Third.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    /// <summary>Hands things over to another scope.</summary>
    /// <param name="scope">The other scope.</param>
    /// <param name="disposables">What to hand over.</param>
    public void MoveToOther(DisposeScope scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Hands things over to another scope.</summary>
    /// <param name="scope">The other scope.</param>
    /// <param name="disposables">What to hand over.</param>
    public void MoveToOther(DisposeScope scope, IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            MoveTo(scope, disposable);
        }
    }

    /// <summary>Lets something out of every scope; from now on its holder disposes it, or the collector does.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="disposable">What to let out.</param>
    /// <returns>The same.</returns>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        MoveTo(null, disposable);
        return disposable;
    }

    /// <summary>Lets two things out of every scope.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <summary>Lets three things out of every scope.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <typeparam name="T3">Type of the third.</typeparam>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <param name="third">Third.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    /// <summary>Lets things out of every scope.</summary>
    /// <param name="disposables">What to let out.</param>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Lets things out of every scope.</summary>
    /// <param name="disposables">What to let out.</param>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            MoveTo(null, disposable);
        }
    }

    /// <summary>Takes something in, from whatever scope owns it.</summary>
    /// <param name="disposable">What to take in.</param>
    public void Attach(IDisposable disposable) => MoveTo(this, disposable);

    /// <summary>Takes things in.</summary>
    /// <param name="disposables">What to take in.</param>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes things in.</summary>
    /// <param name="disposables">What to take in.</param>
    /// <returns>The same, as a list.</returns>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        List<IDisposable> list = [.. disposables];
        list.ForEach(Attach);
        return list;
    }

    /// <summary>Disposes everything the scope owns but these, which it keeps.</summary>
    /// <param name="inKeep">What to keep.</param>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        List<IDisposable> kept = [.. inKeep.Where(Contains)];
        kept.ForEach(item => Remove(item));
        DisposeEverything();
        kept.ForEach(Include);
    }

    /// <summary>Disposes everything the scope owns but these, which it keeps.</summary>
    /// <param name="keep">What to keep.</param>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes everything the scope owns but this, which it keeps.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="keep">What to keep.</param>
    /// <returns>The same.</returns>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Disposes everything the scope owns but these two, which it keeps.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Disposes everything the scope owns but these three, which it keeps.</summary>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <typeparam name="T3">Type of the third.</typeparam>
    /// <param name="first">First.</param>
    /// <param name="second">Second.</param>
    /// <param name="third">Third.</param>
    /// <returns>The same.</returns>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    internal static void Move(IDisposable item, DisposeScope? from, DisposeScope? target)
    {
        if (from is not null && from.Remove(item))
        {
            from.manager.TensorCounts.Detached++;
        }

        if (target is not null)
        {
            target.Include(item);
            target.manager.TensorCounts.Attached++;
        }
    }

    private void MoveTo(DisposeScope? target, IDisposable item)
    {
        if (item is null)
        {
            return; // an absent optional result is nobody's
        }

        DisposeScope? owner = item is torch.Tensor tensor ? tensor.OwningScope : Contains(item) ? this : null;
        Move(item, owner, target);
    }
}
