namespace Lightning.Metrics;

/// <summary>The last updates of a metric: copies of it that hold one update each, oldest overwritten first, and behind them one that an update is tried on.</summary>
internal static class RunningWindow
{
    /// <summary>A metric and its copies.</summary>
    internal static TMetric[] Of<TMetric>(TMetric metric, int window)
        where TMetric : Metric
    {
        ArgumentNullException.ThrowIfNull(metric);
        return window > 0
            ? [metric, .. Enumerable.Range(0, window).Select(_ => (TMetric)metric.clone())]
            : throw new ArgumentOutOfRangeException(nameof(window), window, "window is the number of updates to look back on: at least 1.");
    }

    /// <summary>Puts an update in the place of the oldest.</summary>
    /// <param name="slots">The copies.</param>
    /// <param name="updates">How many updates there are with this one.</param>
    /// <param name="update">The update. Where it fails, the window stays as it is.</param>
    internal static void Put<TMetric>(TMetric[] slots, long updates, Action<TMetric> update)
        where TMetric : Metric
    {
        var spare = slots[^1];
        try
        {
            update(spare);
            Replace(Slot(slots, updates), spare);
        }
        finally
        {
            spare.reset();
        }
    }

    /// <summary>Puts another window's updates behind those of this one.</summary>
    /// <param name="slots">The copies.</param>
    /// <param name="updates">How many updates there are with those of the other window.</param>
    /// <param name="incoming">The other window.</param>
    /// <param name="others">How many updates the other window has seen.</param>
    internal static void Append(Metric[] slots, long updates, Metric[] incoming, long others)
    {
        for (var back = Math.Min(others, incoming.Length - 1) - 1; back >= 0; back--)
        {
            Replace(Slot(slots, updates - back), Slot(incoming, others - back));
        }
    }

    /// <summary>The value over the window, or of the last update alone.</summary>
    internal static TResult Compute<TResult>(Metric<TResult>[] slots, long updates, bool last)
    {
        if (last)
        {
            return Slot(slots, updates).compute();
        }

        var joint = slots[^1];
        try
        {
            // All of them, oldest first: other processes may have seen more updates than this one.
            for (var ahead = 1; ahead < slots.Length; ahead++)
            {
                joint.merge_state(Slot(slots, updates + ahead));
            }

            return joint.compute();
        }
        finally
        {
            joint.reset();
        }
    }

    /// <summary>Where the update of this number is, counted from 1.</summary>
    private static TMetric Slot<TMetric>(TMetric[] slots, long update)
        where TMetric : Metric => slots[(int)((update - 1) % (slots.Length - 1))];

    private static void Replace(Metric slot, Metric by)
    {
        slot.reset();
        if (!slot.device.Equals(by.device))
        {
            slot.to(by.device);
        }

        slot.merge_state(by);
    }
}
