namespace Lightning;

/// <summary>The slots of one stage, found by hook, name and loader; names are put together once, at the first log.</summary>
internal sealed class MetricStore
{
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
            states.Add(slot.Save());
        }

        return states;
    }

    internal void Load(IReadOnlyList<object?> states, Device device)
    {
        foreach (var entry in states)
        {
            if (entry is IReadOnlyDictionary<string, object?> state)
            {
                Named(state)?.Load(state, device);
            }
        }
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
