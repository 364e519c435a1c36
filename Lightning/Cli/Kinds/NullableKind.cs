namespace Lightning.Cli;

/// <summary>A value, or null.</summary>
internal sealed class NullableKind(ValueKind inner) : ValueKind
{
    internal ValueKind Inner => inner;

    internal override string Takes => $"{inner.Takes} or null";

    internal override IEnumerable<string> Keys => inner.Keys;

    internal override bool Fits(ConfigNode node) => node.IsNull || inner.Fits(node);

    // A class says better what is wrong with a name than that it is of another kind.
    internal override object? Convert(ConfigNode node, string key) => node.IsNull ? null
        : inner is ClassKind || inner.Fits(node) ? inner.Convert(node, key)
        : throw Wrong(node, key);

    internal override object? Build(object? plain) => plain is null ? null : inner.Build(plain);

    internal override bool StandsAlone => inner.StandsAlone;

    internal override ConfigNode Assign(ConfigNode? current, Assignment change, int depth)
    {
        if (change.EndsAt(depth) && !StandsAlone)
        {
            change.Needed(Takes);
        }

        return change is { Value: { IsNull: true } nothing, Appends: false } && change.EndsAt(depth)
            ? nothing
            : inner.Assign(current is { IsNull: true } ? null : current, change, depth);
    }
}
