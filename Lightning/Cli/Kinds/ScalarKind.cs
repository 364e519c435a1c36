namespace Lightning.Cli;

/// <summary>A single value.</summary>
/// <param name="takes">What help and messages call it.</param>
/// <param name="read">The plain value of a text, or null when it is of another kind.</param>
/// <param name="build">What the program gets for a plain value.</param>
internal sealed class ScalarKind(string takes, Func<ScalarNode, object?> read, Func<object, object?> build) : ValueKind
{
    internal override string Takes => takes;

    internal override bool Fits(ConfigNode node) => Scalar(node) is { } scalar && read(scalar) is not null;

    internal override object? Convert(ConfigNode node, string key) => Scalar(node) is { } scalar && read(scalar) is { } plain
        ? Checked(plain, node, key)
        : throw Wrong(node, key);

    internal override object? Build(object? plain) => plain is null ? null : build(plain);

    internal override bool StandsAlone => takes == ScalarKinds.Boolean;

    // Text on the line that begins like a list is still a text to those who take text.
    private static ScalarNode? Scalar(ConfigNode node) => node as ScalarNode ?? (node.Raw is { } raw ? new ScalarNode(raw, quoted: true, node.Place) : null);
}
