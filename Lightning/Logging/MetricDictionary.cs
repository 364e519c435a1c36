using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lightning;

/// <summary>Metrics by name; asking for a name that was never logged answers with the names that were.</summary>
internal sealed class MetricDictionary : IReadOnlyDictionary<string, MetricValue>
{
    private readonly Dictionary<string, MetricValue> _values = [];

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<MetricValue> Values => _values.Values;

    public int Count => _values.Count;

    public MetricValue this[string key]
    {
        get => _values.TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"No metric \"{key}\" was logged; logged were: {Names(this)}.");
        internal set => _values[key] = value;
    }

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out MetricValue value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, MetricValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static string Names(IReadOnlyDictionary<string, MetricValue> metrics) =>
        metrics.Count == 0 ? "none" : string.Join(", ", metrics.Keys.Order(StringComparer.Ordinal));

    internal void Clear() => _values.Clear();
}
