namespace Lightning.Cli;

/// <summary>One setting of a group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Required">Whether it has to be given.</param>
/// <param name="Default">The plain value that it has when it is not.</param>
/// <param name="Description">What help says about it; asked for when help is.</param>
internal sealed record Member(string Name, ValueKind Kind, bool Required, object? Default, Func<string?> Description)
{
    /// <summary>Which parameter of the constructor it is; -1 when it is none.</summary>
    internal int Index { get; init; } = -1;
}
