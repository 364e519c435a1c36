namespace Lightning.Cli;

/// <summary>An option as it was written.</summary>
/// <param name="Key">Its key, without dashes.</param>
/// <param name="Text">Its value; null when none came with it.</param>
/// <param name="Appends">Whether it was written with <c>+=</c>.</param>
internal sealed record WrittenOption(string Key, string? Text, bool Appends)
{
    internal Assignment ToAssignment(Func<IEnumerable<string>> known) => new()
    {
        Path = Key.Split('.'),
        Value = Text is null ? null : YamlConfig.Value(Text, "--" + Key),
        Place = Place.Option("--" + Key),
        Appends = Appends,
        Known = known,
    };
}
