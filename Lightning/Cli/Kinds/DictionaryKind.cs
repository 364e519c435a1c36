namespace Lightning.Cli;

/// <summary>A mapping from keys of one kind to values of one kind.</summary>
/// <param name="keys">The kind of the keys.</param>
/// <param name="values">The kind of the values.</param>
/// <param name="build">The dictionary that the program gets.</param>
internal sealed class DictionaryKind(ValueKind keys, ValueKind values, Func<IEnumerable<KeyValuePair<object, object?>>, object> build) : ValueKind
{
    internal override string Takes => $"mapping from {keys.Takes} to {values.Takes}";

    internal override bool Fits(ConfigNode node) => node is MapNode;

    internal override object? Convert(ConfigNode node, string key)
    {
        if (node is not MapNode map)
        {
            throw Wrong(node, key);
        }

        var plain = new Dictionary<string, object?>();
        foreach (var (name, value) in map.Entries)
        {
            keys.Convert(Key(name, value.Place), $"{key}.{name}");
            plain[name] = values.Convert(value, $"{key}.{name}");
        }

        return plain;
    }

    internal override object? Build(object? plain) => plain is Dictionary<string, object?> entries
        ? build(entries.Select(entry => KeyValuePair.Create(keys.Build(keys.Convert(Key(entry.Key, Place.Named(entry.Key)), entry.Key))!, values.Build(entry.Value))))
        : null;

    internal override ConfigNode Assign(ConfigNode? current, Assignment change, int depth)
    {
        if (change.EndsAt(depth))
        {
            return base.Assign(current, change, depth);
        }

        var map = current as MapNode ?? new MapNode(change.Place);
        map[change.Path[depth]] = values.Assign(map[change.Path[depth]], change, depth + 1);
        return map;
    }

    private static ScalarNode Key(string name, Place place) => new(name, quoted: false, place);
}
