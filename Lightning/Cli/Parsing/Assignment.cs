namespace Lightning.Cli;

/// <summary>One setting: a key, and the value that it takes or that is appended to it.</summary>
internal sealed class Assignment
{
    /// <summary>The key's names, from the outermost.</summary>
    internal required string[] Path { get; init; }

    /// <summary>The value; null when the option stood alone.</summary>
    internal required ConfigNode? Value { get; init; }

    /// <summary>Where it was written.</summary>
    internal required Place Place { get; init; }

    /// <summary>Whether the value is appended (<c>+=</c>).</summary>
    internal bool Appends { get; init; }

    /// <summary>Every key that there is, for suggestions.</summary>
    internal required Func<IEnumerable<string>> Known { get; init; }

    /// <summary>Whether the key ends here and the value is what it takes.</summary>
    internal bool EndsAt(int depth) => depth == Path.Length;

    /// <summary>The key down to a depth.</summary>
    internal string Key(int depth) => string.Join('.', Path.AsSpan(0, depth)!);

    /// <summary>The value, where a kind needs one.</summary>
    internal ConfigNode Needed(string takes) => Value ?? throw new CommandLineException($"{Place.At(Key(Path.Length))} takes {takes}, and no value came with it.");

    /// <summary>The same setting with one more name and another value: an entry of a mapping.</summary>
    internal Assignment Entry(string name, ConfigNode value)
    {
        var appends = name.EndsWith('+');
        return new Assignment { Path = [.. Path, appends ? name[..^1] : name], Value = value, Place = value.Place, Appends = appends, Known = Known };
    }

    /// <summary>A key that nobody knows, with the nearest that somebody does.</summary>
    /// <param name="depth">How many names of the path were known.</param>
    /// <param name="siblings">The names that may stand there.</param>
    internal CommandLineException Unknown(int depth, IEnumerable<string> siblings)
    {
        var prefix = depth == 0 ? "" : Key(depth) + ".";
        var asked = Key(Path.Length);
        var nearest = Suggestion.For(asked, siblings.Select(name => prefix + name).Concat(Known()));
        // The place of a line of a file does not name the key, an option's does.
        var dashes = Place.At("").StartsWith("--", StringComparison.Ordinal) ? "--" : "";
        return new CommandLineException($"{Place.At(asked)} is unknown.{(nearest is null ? "" : $" Did you mean {dashes}{nearest}?")}");
    }
}
