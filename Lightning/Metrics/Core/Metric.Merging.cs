namespace Lightning.Metrics;

public abstract partial class Metric
{
    /// <summary>
    /// Adds other states of this metric to those at hand. The default reduces each state as it was added; a metric whose states depend on each other (a mean
    /// and the spread around it) overrides it, and <see cref="MergesByItself"/>.
    /// </summary>
    /// <param name="incoming">The other states, of at least one update; they stay the caller's.</param>
    /// <param name="updates">How many updates the states at hand come from; at least one.</param>
    protected virtual void Merge(StateSet incoming, long updates)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        foreach (var state in _descriptions)
        {
            if (state.IsList)
            {
                foreach (var part in incoming.List(state.Name))
                {
                    Append(state.Name, part);
                }

                continue;
            }

            var (own, other) = (Get(state.Name), incoming[state.Name]);
            Set(state.Name, state.Reduction.Value switch
            {
                StateReduction.Kind.Max => torch.maximum(own, other),
                StateReduction.Kind.Min => torch.minimum(own, other),
                StateReduction.Kind.Mean => own.mul((double)updates).add(other.mul((double)incoming.UpdateCount)).div((double)(updates + incoming.UpdateCount)).to(state.Type),
                _ => own.add(other),
            });
        }
    }

    /// <summary>Whether <see cref="Merge"/> is overridden, so that processes have to exchange their states whole. Default false.</summary>
    protected virtual bool MergesByItself => false;

    private void Absorb(StateSet incoming)
    {
        if (incoming.UpdateCount == 0)
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        if (_updates == 0)
        {
            PutStates(incoming);
            return;
        }

        Merge(incoming, _updates);
        _updates += incoming.UpdateCount;
    }

    private TResult OwnOverOneBatch<TResult>(Action update, Func<TResult> compute)
    {
        LeaveGroup();
        if (!UpdatesGroup)
        {
            ReleaseFollowers();
        }

        var collected = TakeStates();
        StartStates();
        _updates = 0;
        try
        {
            update();
            var value = compute();
            using var batch = TakeStates();
            PutStates(collected);
            Absorb(batch);
            return value;
        }
        catch
        {
            StartStates();
            PutStates(collected);
            throw;
        }
    }
}
