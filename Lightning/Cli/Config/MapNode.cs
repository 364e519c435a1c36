namespace Lightning.Cli;

/// <summary>A mapping as it was written, in its order.</summary>
internal sealed class MapNode : ConfigNode
{
    private readonly Dictionary<string, ConfigNode> _entries;

    internal MapNode(Place place, IEnumerable<KeyValuePair<string, ConfigNode>>? entries = null)
        : base(place) => _entries = new(entries ?? []);

    internal IReadOnlyDictionary<string, ConfigNode> Entries => _entries;

    internal override string Shown => $"{{{string.Join(", ", _entries.Select(entry => $"{entry.Key}: {entry.Value.Shown}"))}}}";

    internal ConfigNode? this[string key]
    {
        get => _entries.GetValueOrDefault(key);
        set => _entries[key] = value ?? throw new ArgumentNullException(nameof(value));
    }
}
