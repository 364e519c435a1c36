namespace Lightning.Cli;

/// <summary>Takes the words of a command line apart, without knowing what they mean.</summary>
internal sealed class CommandLineReader
{
    private readonly IReadOnlyList<string> _words;
    private int _next;

    private CommandLineReader(IReadOnlyList<string> words) => _words = words;

    /// <summary>The subcommand; null when there is none.</summary>
    internal string? Subcommand { get; private set; }

    /// <summary>The files named before the subcommand, whose settings are below its name.</summary>
    internal List<string> OuterFiles { get; } = [];

    /// <summary>The files of settings, in their order.</summary>
    internal List<string> Files { get; } = [];

    /// <summary>All other options, in their order.</summary>
    internal List<WrittenOption> Options { get; } = [];

    internal bool HelpAsked { get; private set; }

    /// <summary>What was written after <c>--print_config=</c>; null when nothing is to be printed.</summary>
    internal string? PrintConfig { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <param name="words">The line without the program.</param>
    /// <param name="subcommands">What the first word may be; empty when there are no subcommands.</param>
    internal static CommandLineReader Read(IReadOnlyList<string> words, IReadOnlyList<string> subcommands)
    {
        var reader = new CommandLineReader(words);
        while (reader._next < words.Count)
        {
            reader.One(words[reader._next++], subcommands);
        }

        return reader;
    }

    private void One(string word, IReadOnlyList<string> subcommands)
    {
        if (word is "-h" or "--help")
        {
            HelpAsked = true;
        }
        else if (word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2)
        {
            Option(word, subcommands.Count > 0 && Subcommand is null);
        }
        else if (word == "-c")
        {
            Option("--config", subcommands.Count > 0 && Subcommand is null);
        }
        else if (subcommands.Count > 0 && Subcommand is null && !word.StartsWith('-'))
        {
            Subcommand = subcommands.Contains(word) ? word : throw new CommandLineException(
                $"\"{word}\" is no subcommand.{(Suggestion.For(word, subcommands) is { } near ? $" Did you mean {near}?" : "")} There are {string.Join(", ", subcommands)}.");
        }
        else
        {
            throw new CommandLineException($"\"{word}\" is neither an option nor the value of one. Options begin with --, and take one value each: --name VALUE or --name=VALUE.");
        }
    }

    private void Option(string word, bool outer)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        var appends = name.EndsWith('+');
        name = appends ? name[..^1] : name;
        if (name == "--print_config")
        {
            PrintConfig = equals < 0 ? "" : word[(equals + 1)..];
            return;
        }

        // What begins with two dashes is the next option, unless it was written with an equals sign.
        var value = equals >= 0 ? word[(equals + 1)..]
            : _next < _words.Count && !_words[_next].StartsWith("--", StringComparison.Ordinal) ? _words[_next++]
            : null;
        if (name == "--config")
        {
            (outer ? OuterFiles : Files).Add(value ?? throw new CommandLineException("--config takes the name of a YAML file, and no value came with it."));
        }
        else if (outer)
        {
            throw new CommandLineException($"{name} stands before the subcommand. Options follow it: fit {name} VALUE.");
        }
        else
        {
            Options.Add(new WrittenOption(name[2..], value, appends));
        }
    }
}
