namespace Lightning.Cli;

/// <summary>One of several kinds, the first that fits.</summary>
/// <param name="kinds">The kinds, the narrower first.</param>
/// <param name="build">What the program gets for a plain value of any of them.</param>
/// <param name="defaultOfType">The plain value of the type's <c>default</c>.</param>
internal sealed class UnionKind(ValueKind[] kinds, Func<object, object?> build, object? defaultOfType = null) : ValueKind
{
    internal override string Takes => string.Join(" or ", kinds.Select(kind => kind.Takes));

    internal override object? DefaultOfType => defaultOfType;

    internal override bool StandsAlone => kinds[0].StandsAlone;

    internal IReadOnlyList<ValueKind> Kinds => kinds;

    internal override bool Fits(ConfigNode node) => kinds.Any(kind => kind.Fits(node));

    internal override object? Convert(ConfigNode node, string key) => Array.Find(kinds, kind => kind.Fits(node)) is { } kind
        ? Checked(kind.Convert(node, key), node, key)
        : throw Wrong(node, key);

    internal override object? Build(object? plain) => plain is null ? null : build(plain);

    internal override ConfigNode Assign(ConfigNode? current, Assignment change, int depth)
    {
        if (Array.Find(kinds, kind => kind is ListKind or ClassKind) is { } structured && (!change.EndsAt(depth) || change.Appends))
        {
            return structured.Assign(current, change, depth);
        }

        return base.Assign(current, change, depth);
    }
}
