namespace TorchSharp;

/// <summary>Hooks of one kind in the order in which they run. Replaced whole on change, so that a running call keeps the set it began with.</summary>
internal sealed class HookList<THook>
    where THook : Delegate
{
    private volatile Entry[] _entries = [];

    public int Count => _entries.Length;

    /// <summary>Adds a hook behind the others, or before them.</summary>
    public torch.utils.hooks.RemovableHandle Add(THook hook, bool prepend = false)
    {
        ArgumentNullException.ThrowIfNull(hook);
        var entry = new Entry(hook);
        lock (this)
        {
            _entries = prepend ? [entry, .. _entries] : [.. _entries, entry];
        }

        return new torch.utils.hooks.RemovableHandle(() => Remove(entry));
    }

    /// <summary>Takes over the hooks of another list as they are now; handles on those do not reach these.</summary>
    public void AddAll(HookList<THook> others)
    {
        var entries = others._entries;
        lock (this)
        {
            _entries = [.. _entries, .. entries];
        }
    }

    public IEnumerator<THook> GetEnumerator() => _entries.Select(entry => entry.Hook).GetEnumerator();

    private void Remove(Entry entry)
    {
        lock (this)
        {
            _entries = [.. _entries.Where(other => !ReferenceEquals(other, entry))];
        }
    }

    // The same delegate may be added twice; each addition is an entry of its own.
    private sealed class Entry(THook hook)
    {
        public THook Hook { get; } = hook;
    }
}
