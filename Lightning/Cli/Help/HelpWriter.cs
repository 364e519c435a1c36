namespace Lightning.Cli;

/// <summary>Prints what a command line takes.</summary>
/// <param name="root">All settings.</param>
/// <param name="rules">What holds for all settings.</param>
/// <param name="kwargs">How the program is called, and where to print.</param>
/// <param name="subcommand">The subcommand; null for the program as a whole, or where there are none.</param>
internal sealed class HelpWriter(GroupKind root, ParseRules rules, ParserKwargs kwargs, string? subcommand)
{
    private const int Width = 110;
    private const int Indent = 8;

    /// <summary>What the subcommands do.</summary>
    internal static IReadOnlyDictionary<string, string> Subcommands { get; } = new Dictionary<string, string>
    {
        ["fit"] = "Trains the model.",
        ["validate"] = "Runs one pass over the validation set.",
        ["test"] = "Runs one pass over the test set.",
        ["predict"] = "Predicts every batch.",
    };

    private TextWriter Out => kwargs.output ?? Console.Out;

    private string Program => kwargs.prog ?? AppDomain.CurrentDomain.FriendlyName;

    /// <summary>The program as a whole: its subcommands.</summary>
    internal void WriteSubcommands()
    {
        Out.WriteLine($"usage: {Program} [-h] [-c FILE] {{{string.Join(',', Subcommands.Keys)}}} ...");
        Describe();
        Out.WriteLine();
        Out.WriteLine("subcommands:");
        foreach (var (name, what) in Subcommands)
        {
            Out.WriteLine($"  {name,-10}{what}");
        }

        Out.WriteLine();
        Out.WriteLine($"{Program} SUBCOMMAND --help lists the options of one.");
    }

    /// <summary>The options.</summary>
    /// <param name="defaults">What code, files and variables have set.</param>
    internal void Write(ConfigNode defaults)
    {
        Out.WriteLine($"usage: {Program} {(subcommand is null ? "" : subcommand + " ")}[options]");
        Describe();
        if (subcommand is not null)
        {
            Out.WriteLine();
            Out.WriteLine(Subcommands[subcommand]);
        }

        Out.WriteLine();
        Out.WriteLine("options:");
        Option("-h, --help", "Prints this.");
        Option("-c, --config FILE", "Reads settings from a YAML file. May be given several times: later files, and then the options, win.");
        Option("--print_config[=skip_null,skip_default]", "Prints the configuration with all defaults, for --config.");
        var given = defaults as MapNode;
        foreach (var member in root.Members.Where(member => member.Kind is not GroupKind))
        {
            Write(member, "", given);
        }

        foreach (var member in root.Members)
        {
            if (member.Kind is GroupKind group)
            {
                Out.WriteLine();
                Out.WriteLine(Titled(member.Name, member.Description()));
                Option($"--{member.Name} FILE", $"Reads all of {member.Name} from a YAML file.");
                Group(group, member.Name + ".", given?[member.Name] as MapNode);
            }
        }
    }

    /// <summary>The arguments of a class that a setting may name.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="name">The class; null lists those that there are.</param>
    internal void WriteClass(string key, string? name)
    {
        var place = Place.Option($"--{key}.help");
        var found = Find(root, key.Split('.')) switch
        {
            GroupKind group => (Group: group, Family: null),
            { } kind => (Group: null, Family: Class(kind)),
            null => default((GroupKind? Group, ClassFamily? Family)),
        };
        if (found.Group is { } itself)
        {
            Group(itself, key + ".", null);
            return;
        }

        var family = found.Family ?? throw new CommandLineException($"--{key}.help is unknown: there is no setting {key} that takes a class.");
        if (name is null)
        {
            Out.WriteLine($"--{key} takes {family.Noun}: {string.Join(", ", family.All.Select(entry => entry.Name).Order(StringComparer.Ordinal))}.");
            Out.WriteLine($"--{key}.help NAME lists the arguments of one.");
            return;
        }

        var chosen = family.Find(name, place, key) ?? throw family.Unknown(name, place, key);
        var summary = chosen.Documentation is { } documentation ? XmlDocumentation.Of(chosen.Assembly).Summary(documentation) : null;
        Out.WriteLine(Titled(chosen.Path, summary));
        Group(chosen.Arguments, key + ".", null);
    }

    private void Group(GroupKind group, string prefix, MapNode? given)
    {
        foreach (var member in group.Members)
        {
            Write(member, prefix, given);
        }
    }

    private void Write(Member member, string prefix, MapNode? given)
    {
        var key = prefix + member.Name;
        if (rules.Source(key) is { } source)
        {
            Option($"--{key}", $"Follows from {source}; cannot be given.");
            return;
        }

        if (member.Kind is GroupKind group)
        {
            Group(group, key + ".", given?[member.Name] as MapNode);
            return;
        }

        var kind = member.Kind is NullableKind nullable ? nullable.Inner : member.Kind;
        var now = given?[member.Name] is { } written ? Shown(member.Kind.Convert(written, key)) : member.Required ? null : Shown(member.Default);
        Option($"--{key} {member.Name.ToUpperInvariant()}", member.Description() ?? "", $"(type: {member.Kind.Takes}, {(now is null ? "required" : $"default: {now}")})");
        if (Class(kind) is { All.Count: > 0 } family)
        {
            var names = string.Join(", ", family.All.Select(entry => entry.Name).Order(StringComparer.Ordinal));
            Option($"--{key}.help NAME", $"Lists the arguments of {names}.");
        }
    }

    private static ValueKind? Find(GroupKind group, string[] path)
    {
        ValueKind? kind = group;
        foreach (var name in path)
        {
            kind = (kind as GroupKind)?.Find(name)?.Kind;
        }

        return kind;
    }

    private static ClassFamily? Class(ValueKind kind) => kind switch
    {
        NullableKind nullable => Class(nullable.Inner),
        ListKind list => Class(list.Element),
        UnionKind union => union.Kinds.Select(Class).FirstOrDefault(family => family is not null),
        ClassKind made => made.Family,
        _ => null,
    };

    private static string Shown(object? plain) => plain switch
    {
        string text => text.Length == 0 ? "\"\"" : text,
        Dictionary<string, object?> made => made.TryGetValue("class_path", out var path) ? (string)path! : $"{{{string.Join(", ", made.Select(entry => $"{entry.Key}: {Shown(entry.Value)}"))}}}",
        IEnumerable<object?> items => $"[{string.Join(", ", items.Select(Shown))}]",
        _ => HparamsYaml.Plain(plain),
    };

    private void Describe()
    {
        if (kwargs.description is { } description)
        {
            Out.WriteLine();
            Out.WriteLine(description);
        }
    }

    private static string Titled(string name, string? summary) => summary is null ? $"{name}:" : $"{name}: {summary.Split(". ")[0].TrimEnd('.')}.";

    /// <summary>An option, what it is, and what it takes: beside that where there is room, or else on lines of its own.</summary>
    private void Option(string option, string text, string takes = "")
    {
        Out.WriteLine("  " + option);
        var line = Wrap(new string(' ', Indent), text);
        if (takes.Length > 0 && line.Length > Indent && line.Length + takes.Length + 1 > Width)
        {
            Out.WriteLine(line);
            line = new string(' ', Indent);
        }

        Out.WriteLine(Wrap(line, takes));
    }

    /// <summary>Prints the lines that are full, and gives the last one back.</summary>
    private string Wrap(string line, string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > Indent && line.Length + word.Length + 1 > Width)
            {
                Out.WriteLine(line);
                line = new string(' ', Indent);
            }

            line += line.Length == Indent ? word : " " + word;
        }

        return line;
    }
}
