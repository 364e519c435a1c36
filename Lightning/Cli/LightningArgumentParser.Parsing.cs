using System.Collections;
using Lightning.Cli;

namespace Lightning;

// From words and files to one configuration: what each source says is put over what the ones before it said.
public sealed partial class LightningArgumentParser
{
    /// <summary>Reads a command line.</summary>
    /// <param name="line">The words, taken apart.</param>
    /// <returns>The configuration: plain values by name.</returns>
    /// <exception cref="CommandLineException">Something is wrong, or help was asked for and has been printed.</exception>
    internal Dictionary<string, object?> Parse(CommandLineReader line)
    {
        ConfigNode tree = new MapNode(Place.Named("the command line"));
        foreach (var (key, value) in _defaults)
        {
            tree = Put(tree, new Assignment { Path = key.Split('.'), Value = value, Place = value.Place, Known = () => Root.Keys });
        }

        foreach (var file in _kwargs.default_config_files.Where(File.Exists))
        {
            tree = PutFile(tree, file, "default_config_files", line.Subcommand, below: false);
        }

        tree = PutVariables(tree, line.Subcommand);
        if (line.HelpAsked)
        {
            Help(line.Subcommand).Write(tree);
            throw CommandLineException.Printed();
        }

        foreach (var file in line.OuterFiles)
        {
            tree = PutFile(tree, file, "--config", line.Subcommand, below: true);
        }

        foreach (var file in line.Files)
        {
            tree = PutFile(tree, file, "--config", line.Subcommand, below: false);
        }

        foreach (var option in line.Options)
        {
            if (option.Key.EndsWith(".help", StringComparison.Ordinal))
            {
                Help(line.Subcommand).WriteClass(option.Key[..^".help".Length], option.Text);
                throw CommandLineException.Printed();
            }

            tree = Put(tree, option.ToAssignment(() => Root.Keys));
        }

        Rules.AllowMissing = line.PrintConfig is not null;
        var config = (Dictionary<string, object?>)Root.Convert(tree, "")!;
        ApplyLinks(config);
        if (line.PrintConfig is { } flags)
        {
            (_kwargs.output ?? Console.Out).Write(Dump(config, flags));
            throw CommandLineException.Printed();
        }

        return config;
    }

    /// <summary>The configuration as YAML, without what follows from other settings: given back it makes the same run.</summary>
    internal string Dump(Dictionary<string, object?> config, string flags = "")
    {
        var dumper = new ConfigDumper(Rules, flags);
        return HparamsYaml.Write(dumper.Dump(Root, config));
    }

    /// <summary>Where a value lies, and what it may be.</summary>
    /// <exception cref="MisconfigurationException">There is no such setting.</exception>
    internal (Dictionary<string, object?> Owner, Member Member) Locate(string key, Dictionary<string, object?> config)
    {
        var (group, values) = (Root, config);
        var names = ParseRules.Plain(key).Split('.');
        foreach (var name in names[..^1])
        {
            var inner = values.GetValueOrDefault(name) as Dictionary<string, object?>;
            switch (group.Find(name)?.Kind is NullableKind nullable ? nullable.Inner : group.Find(name)?.Kind)
            {
                case GroupKind next when inner is not null: (group, values) = (next, inner); break;
                case ClassKind made when inner is not null: (group, values) = made.Resolve(inner) is var (entry, arguments) ? (entry.Arguments, arguments) : default; break;
                default: throw Nothing(key);
            }
        }

        return (values, group.Find(names[^1]) ?? throw Nothing(key));
    }

    /// <summary>Gives a setting the value that follows from others.</summary>
    internal void Follow(Link link, IReadOnlyList<object?> sources, Dictionary<string, object?> config)
    {
        var (owner, member) = Locate(link.Target, config);
        var place = Place.Named($"link_arguments({string.Join(", ", link.Sources)})");
        owner[member.Name] = member.Kind.Convert(ConfigNode.From(HyperParameters.Plain(link.Target, link.Compute(sources)), place), link.Target);
    }

    internal HelpWriter Help(string? subcommand) => new(Root, Rules, _kwargs, subcommand);

    private void ApplyLinks(Dictionary<string, object?> config)
    {
        foreach (var link in _links.Where(link => !link.OnInstantiate && !(Rules.AllowMissing && IsOpen(link, config))))
        {
            Follow(link, [.. link.Sources.Select(source => Locate(source, config) is var (owner, member) ? owner.GetValueOrDefault(member.Name) : null)], config);
        }
    }

    // A configuration to fill in is printed before what others follow from is there.
    private bool IsOpen(Link link, Dictionary<string, object?> config) =>
        link.Sources.Append(link.Target).Any(key => config.GetValueOrDefault(key.Split('.')[0]) is null)
        || link.Sources.Any(source => Locate(source, config) is var (owner, member) && member.Required && owner.GetValueOrDefault(member.Name) is null);

    private ConfigNode Put(ConfigNode tree, Assignment change) => Root.Assign(tree, change, 0);

    private ConfigNode PutFile(ConfigNode tree, string path, string askedBy, string? subcommand, bool below)
    {
        var node = YamlConfig.Read(path, askedBy);
        if (below || (subcommand is not null && node is MapNode { Entries.Count: 1 } only && only[subcommand] is MapNode))
        {
            node = node is MapNode map && map[subcommand ?? ""] is { } inner
                ? inner
                : throw new CommandLineException($"{path}: a file named before the subcommand holds its settings below a key \"{subcommand}:\". Name it after the subcommand if it does not.");
        }

        return node is MapNode settings
            ? Root.Assign(tree, new Assignment { Path = [], Value = settings, Place = settings.Place, Known = () => Root.Keys }, 0)
            : throw new CommandLineException($"{node.Place.At("")}: a file of settings is a mapping from names to values, and this one holds something else.");
    }

    private ConfigNode PutVariables(ConfigNode tree, string? subcommand)
    {
        if (!_kwargs.default_env)
        {
            return tree;
        }

        var prefix = _kwargs.env_prefix + "_";
        if (Environment.GetEnvironmentVariable(prefix + "CONFIG") is { Length: > 0 } file)
        {
            tree = PutFile(tree, file, prefix + "CONFIG", subcommand, below: false);
        }

        // The subcommand's own come last, and so win.
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .Where(variable => variable.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => (variable.Name, variable.Value, Path: variable.Name[prefix.Length..].Split("__")))
            .ToList();
        var own = variables.Where(variable => variable.Path[0].Equals(subcommand, StringComparison.OrdinalIgnoreCase) && variable.Path.Length > 1);
        foreach (var (name, value, path) in variables.Concat(own.Select(variable => (variable.Name, variable.Value, variable.Path[1..]))))
        {
            if (Cased(path) is { } key)
            {
                var place = Place.Option(name);
                tree = Put(tree, new Assignment { Path = key, Value = YamlConfig.Value(value, name), Place = place, Known = () => Root.Keys });
            }
        }

        return tree;
    }

    // Variables are written in capitals, settings as they are; null where the first name is no setting at all.
    private string[]? Cased(string[] path)
    {
        var group = Root;
        var result = new List<string>();
        foreach (var name in path)
        {
            var member = group?.Members.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (member is null && result.Count == 0)
            {
                return null;
            }

            result.Add(member?.Name ?? name.ToLowerInvariant());
            group = member?.Kind as GroupKind;
        }

        return [.. result];
    }

    private static MisconfigurationException Nothing(string key) => new($"link_arguments: there is no setting {key}. Name one as it is written on the line.");
}
