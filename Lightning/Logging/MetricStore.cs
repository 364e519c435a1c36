namespace Lightning;

/// <summary>The slots of one stage, found by hook, name and loader; names are put together once, at the first log.</summary>
internal sealed class MetricStore(Trainer trainer)
{
    /// <summary>The entry with a metric object's path in the module.</summary>
    internal const string Metric = "metric";

    private readonly Dictionary<SlotKey, MetricSlot> _slots = [];
    private readonly List<MetricSlot> _order = [];

    /// <summary>The slots in the order of their first log.</summary>
    internal IReadOnlyList<MetricSlot> Slots => _order;

    /// <summary>How many loaders the stage runs one after the other; more than one adds a suffix to the names.</summary>
    internal int Loaders { get; set; } = 1;

    internal MetricSlot Slot(Hook hook, string name, int loader, in LogOptions options)
    {
        var key = new SlotKey(hook, name, loader);
        if (_slots.TryGetValue(key, out var slot))
        {
            return slot.Options == options
                ? slot
                : throw new MisconfigurationException(
                    $"log(\"{name}\") was called twice in {hook} with different arguments ({slot.Options} and {options}). " +
                    "Give the second value another name, or the same arguments.");
        }

        slot = new MetricSlot(hook, name, loader, options, Loaders > 1);
        _slots.Add(key, slot);
        _order.Add(slot);
        return slot;
    }

    /// <summary>Forgets the values and keeps the slots.</summary>
    internal void Reset()
    {
        foreach (var slot in _order)
        {
            slot.Reset();
        }
    }

    /// <summary>Forgets the slots too, when another module or another number of loaders comes.</summary>
    internal void Clear()
    {
        Reset();
        _slots.Clear();
        _order.Clear();
    }

    internal List<object?> Save()
    {
        var states = new List<object?>(_order.Count);
        foreach (var slot in _order)
        {
            var state = slot.Save();
            if (slot.Metric is { } metric)
            {
                state[Metric] = PathOf(metric);
            }

            states.Add(state);
        }

        return states;
    }

    internal void Load(IReadOnlyList<object?> states, Device device)
    {
        foreach (var entry in states)
        {
            if (entry is IReadOnlyDictionary<string, object?> state)
            {
                Named(state)?.Load(state, device, MetricAt(state));
            }
        }
    }

    /// <summary>Resets the metric objects, whose values have been taken.</summary>
    internal void ResetMetrics()
    {
        // The last first: of metrics that share states, the one that holds them was logged before the others.
        for (var i = _order.Count - 1; i >= 0; i--)
        {
            _order[i].Metric?.reset();
        }
    }

    /// <summary>Where a metric object is in the module; null when it is not part of it.</summary>
    internal string? PathOf(ILoggableMetric metric)
    {
        foreach (var (name, module) in trainer.Module.named_modules())
        {
            if (ReferenceEquals(module, metric))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The metric object that another process or a checkpoint speaks of; null when the entry is about values, or the module has none there.</summary>
    internal ILoggableMetric? MetricAt(IReadOnlyDictionary<string, object?> entry)
    {
        if (entry.GetValueOrDefault(Metric) is string path)
        {
            foreach (var (name, module) in trainer.Module.named_modules())
            {
                if (name == path)
                {
                    return module as ILoggableMetric;
                }
            }
        }

        return null;
    }

    /// <summary>The slot that <see cref="MetricSlot.Identity"/> describes; null when its hook is unknown.</summary>
    internal MetricSlot? Named(IReadOnlyDictionary<string, object?> identity)
    {
        if (!Enum.TryParse<Hook>(identity["hook"] as string, out var hook))
        {
            return null;
        }

        var options = new LogOptions(
            identity["prog_bar"] is true,
            identity["logger"] is true,
            identity["on_step"] is true,
            identity["on_epoch"] is true,
            (string)identity["reduce_fx"]!,
            identity["sync_dist"] is true,
            identity["add_dataloader_idx"] is true,
            identity["rank_zero_only"] is true);
        return Slot(hook, (string)identity["name"]!, Convert.ToInt32(identity["loader"]), options);
    }

    private readonly record struct SlotKey(Hook Hook, string Name, int Loader);
}
