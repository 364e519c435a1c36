namespace Lightning.Cli;

/// <summary>Where a setting was written: what a message begins with.</summary>
internal sealed class Place
{
    private readonly string _source;
    private readonly bool _isOption;

    private Place(string source, bool isOption = false) => (_source, _isOption) = (source, isOption);

    /// <summary>An option of the command line, with its dashes: it names itself.</summary>
    internal static Place Option(string option) => new(option, isOption: true);

    /// <summary>A line of a file.</summary>
    internal static Place File(string path, long line) => new($"{path}({line})");

    /// <summary>Something else that has a name: an environment variable, an argument in code, a mapping within an option.</summary>
    internal static Place Named(string source) => new(source);

    /// <summary>The beginning of a message about a key that was written here.</summary>
    internal string At(string key) => _isOption || key.Length == 0 ? _source : $"{_source}: {key}";

    /// <summary>What a conversion said about a value, with the place before it.</summary>
    internal CommandLineException Blame(string key, string message)
    {
        // Many settings name their argument themselves, which the key has just done.
        var own = $"{key[(key.LastIndexOf('.') + 1)..]}: ";
        return new CommandLineException($"{At(key)}: {(message.StartsWith(own, StringComparison.Ordinal) ? message[own.Length..] : message)}");
    }
}
