using System.Globalization;

namespace Lightning;

/// <summary>
/// Puts metrics together over the processes: one exchange for all names, weighted as if one process had seen all batches. A process that has not logged a
/// name, because its share of the data was empty, gets it from the others.
/// </summary>
internal sealed class MetricSync(Trainer trainer)
{
    private const string Total = "total";
    private const string Weight = "weight";

    /// <summary>The epoch's values. Every process calls it at the same points, with something to say or not.</summary>
    internal void Epoch(MetricStore store)
    {
        if (trainer.world_size == 1)
        {
            return;
        }

        Objects(store);
        Exchange(
            store,
            store.Slots.Where(slot => slot.Options.SyncDist && slot.EpochIsLocal && slot.Metric is null),
            slot => slot.Local(),
            (slot, total, weight) => slot.TakeGlobal(total, weight));
    }

    /// <summary>The last values of training; processes step together, so all have the same names.</summary>
    internal void Step(MetricStore store)
    {
        if (trainer.world_size == 1 || !store.Slots.Any(slot => slot.Options.SyncDist && slot.Options.OnStep))
        {
            return;
        }

        Exchange(
            store,
            store.Slots.Where(slot => slot.Options.SyncDist && slot.HasStepValue),
            slot => (slot.ReadStep(), 1),
            (slot, total, weight) => slot.TakeGlobalStep(slot.Options.Reduce == Reduce.Mean ? total / weight : total));
    }

    /// <summary>Metric objects exchange their states themselves, so that all processes have to ask for the same ones in the same order.</summary>
    private void Objects(MetricStore store)
    {
        var own = new List<object?>();
        foreach (var slot in store.Slots.Where(slot => slot.Metric is not null && slot.EpochIsLocal))
        {
            var entry = slot.Identity();
            entry[MetricStore.Metric] = store.PathOf(slot.Metric!);
            own.Add(entry);
        }

        var gathered = trainer.strategy.all_gather_object(own);
        var asked = new HashSet<MetricSlot>();
        foreach (var entry in gathered.SelectMany(list => (IReadOnlyList<object?>)list!).Cast<IReadOnlyDictionary<string, object?>>())
        {
            if (store.Named(entry) is { } slot && asked.Add(slot))
            {
                // Whether a path is there is the same in every process: all of them fail, and none waits.
                slot.TakeGlobal(store.MetricAt(entry) ?? throw new MisconfigurationException(
                    $"log(\"{slot.Key}\") got a metric that is not part of the module, and several processes run: keep it in a field and call RegisterComponents(), "
                    + "so that every process finds its own."));
            }
        }
    }

    private void Exchange(
        MetricStore store, IEnumerable<MetricSlot> slots, Func<MetricSlot, (double Total, double Weight)> read, Action<MetricSlot, double, double> take)
    {
        var own = new List<object?>();
        foreach (var slot in slots)
        {
            var entry = slot.Identity();
            (entry[Total], entry[Weight]) = read(slot);
            own.Add(entry);
        }

        // The same order of ranks everywhere, so the same sums to the last bit.
        var sums = new Dictionary<MetricSlot, (double Total, double Weight)>();
        foreach (var entry in trainer.strategy.all_gather_object(own).SelectMany(list => (IReadOnlyList<object?>)list!))
        {
            var identity = (IReadOnlyDictionary<string, object?>)entry!;
            if (store.Named(identity) is { } slot)
            {
                var (total, weight) = (Number(identity[Total]), Number(identity[Weight]));
                sums[slot] = sums.TryGetValue(slot, out var before) ? (Join(slot, before.Total, total), before.Weight + weight) : (total, weight);
            }
        }

        foreach (var (slot, (total, weight)) in sums)
        {
            take(slot, total, weight);
        }
    }

    private static double Join(MetricSlot slot, double left, double right) => slot.Options.Reduce.Value switch
    {
        Reduce.Kind.Min => Math.Min(left, right),
        Reduce.Kind.Max => Math.Max(left, right),
        _ => left + right,
    };

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
