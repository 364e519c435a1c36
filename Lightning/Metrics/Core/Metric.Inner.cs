namespace Lightning.Metrics;

// Metrics made of metrics: the children that are metrics are reset, merged, saved, and put together over processes with the one around them.
public abstract partial class Metric
{
    // Set while the metric around this one computes: whether the states are put together is decided there.
    private bool _held;

    /// <summary>Whether a forward is at work: the states at hand are those of its batch alone.</summary>
    private protected bool OfOneBatch { get; private set; }

    /// <summary>Whether the metric can compute over the last batch with all states in place, so that a forward needs not take them out. Default false.</summary>
    private protected virtual bool TellsBatchesApart => false;

    /// <summary>How often <c>update</c> has been called here, even while the states of all processes are in place.</summary>
    private protected long OwnUpdates => Owner._unsynced?.UpdateCount ?? update_count;

    private List<(string Name, Metric Metric)> Inner
    {
        get
        {
            var inner = new List<(string, Metric)>();
            foreach (var (name, module) in _internal_submodules)
            {
                if (module is Metric metric)
                {
                    inner.Add((name, metric));
                }
            }

            return inner;
        }
    }

    /// <summary>Merges the metrics that another of the same kind is made of into those of this one. What was counted of updates is added up already.</summary>
    private protected virtual void MergeInner(Metric incoming)
    {
        foreach (var ((_, own), (_, other)) in Inner.Zip(incoming.Inner))
        {
            own.merge_state(other);
        }
    }

    /// <summary>Computes over one batch alone, then adds the batch to what was collected.</summary>
    internal TResult OverOneBatch<TResult>(Action update, Func<TResult> compute)
    {
        OfOneBatch = true;
        try
        {
            if (TellsBatchesApart)
            {
                update();
                return compute();
            }

            Func<TResult> run = () => OwnOverOneBatch(update, compute);
            foreach (var (_, inner) in Inner)
            {
                var within = run;
                run = () => inner.OverOneBatch(() => { }, within);
            }

            return run();
        }
        finally
        {
            OfOneBatch = false;
        }
    }

    private void Hold(bool held)
    {
        foreach (var (_, inner) in Inner)
        {
            inner._held = held;
        }
    }
}
