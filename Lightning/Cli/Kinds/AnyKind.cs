namespace Lightning.Cli;

/// <summary>Whatever is written, as YAML reads it.</summary>
internal sealed class AnyKind : ValueKind
{
    internal override string Takes => "any value";

    internal override bool Fits(ConfigNode node) => true;

    internal override object? Convert(ConfigNode node, string key) => node switch
    {
        { IsNull: true } => null,
        ListNode list => list.Items.Select(item => Convert(item, key)).ToList(),
        MapNode map => map.Entries.ToDictionary(entry => entry.Key, entry => Convert(entry.Value, $"{key}.{entry.Key}")),
        _ => new ValueKind[] { ScalarKinds.Bool, ScalarKinds.For(typeof(long))!, ScalarKinds.Float }.FirstOrDefault(kind => kind.Fits(node)) is { } kind
            ? kind.Convert(node, key)
            : ScalarKinds.Text.Convert(node, key),
    };

    internal override object? Build(object? plain) => plain;
}
