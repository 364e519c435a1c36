namespace Lightning.Cli;

/// <summary>Settings by name: the arguments of a class, or the whole command line.</summary>
/// <param name="members">The settings, in their order.</param>
/// <param name="rules">What holds for all settings.</param>
/// <param name="owner">What the settings are arguments of, for messages; null for the whole.</param>
internal sealed class GroupKind(Func<IReadOnlyList<Member>> members, ParseRules rules, string? owner = null) : ValueKind
{
    private IReadOnlyList<Member>? _members;

    internal IReadOnlyList<Member> Members => _members ??= members();

    internal override string Takes => "a mapping from names to values";

    internal override IEnumerable<string> Keys => Members.SelectMany(member => member.Kind.Keys.Select(key => $"{member.Name}.{key}").Prepend(member.Name));

    internal Member? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    internal override bool Fits(ConfigNode node) => node is MapNode;

    internal override object? Convert(ConfigNode node, string key)
    {
        if (node is not MapNode map)
        {
            throw Wrong(node, key);
        }

        var prefix = key.Length == 0 ? "" : key + ".";
        foreach (var (name, value) in map.Entries)
        {
            if (Find(name) is null)
            {
                throw Unknown($"{prefix}{name}", value.Place, Members.Select(member => prefix + member.Name));
            }
        }

        var plain = new Dictionary<string, object?>();
        foreach (var member in Members)
        {
            if (map[member.Name] is { } given)
            {
                if (rules.Source(prefix + member.Name) is { } source)
                {
                    throw Linked(given.Place, prefix + member.Name, source);
                }

                plain[member.Name] = member.Kind.Convert(given, prefix + member.Name);
            }
            else if (member.Kind is GroupKind group)
            {
                plain[member.Name] = group.Convert(new MapNode(map.Place), prefix + member.Name);
            }
            else if (rules.Source(prefix + member.Name) is null)
            {
                plain[member.Name] = member.Required && !rules.AllowMissing ? throw Missing(member, map, prefix) : member.Default;
            }
        }

        return plain;
    }

    internal override object? Build(object? plain) => plain;

    internal override ConfigNode Assign(ConfigNode? current, Assignment change, int depth)
    {
        if (change.EndsAt(depth))
        {
            return Merge(current, change, depth);
        }

        var member = Find(change.Path[depth]) ?? throw change.Unknown(depth, Members.Select(known => known.Name));
        if (rules.Source(change.Key(depth + 1)) is { } source)
        {
            throw Linked(change.Place, change.Key(depth + 1), source);
        }

        var map = current as MapNode ?? new MapNode(change.Place);
        map[member.Name] = member.Kind.Assign(map[member.Name], change, depth + 1);
        return map;
    }

    private ConfigNode Merge(ConfigNode? current, Assignment change, int depth)
    {
        var value = change.Needed($"a file of settings, or {Takes}");
        if (value is ScalarNode { IsNull: false, Raw: { } path })
        {
            // A whole group may lie in a file of its own: --trainer trainer.yaml.
            value = YamlConfig.Read(path, change.Place.At(change.Key(depth)));
        }

        if (value is not MapNode entries)
        {
            return value.IsNull ? current ?? new MapNode(value.Place) : throw Wrong(value, change.Key(depth));
        }

        ConfigNode result = current as MapNode ?? new MapNode(entries.Place);
        foreach (var (name, entry) in entries.Entries)
        {
            result = Assign(result, change.Entry(name, entry), depth);
        }

        return result;
    }

    private CommandLineException Missing(Member member, MapNode map, string prefix)
    {
        var key = prefix + member.Name;
        return owner is not null && (key.Contains('[', StringComparison.Ordinal) || key.Contains(".init_args.", StringComparison.Ordinal))
            ? new CommandLineException($"{map.Place.At(prefix.TrimEnd('.'))}: {owner} needs {member.Name}, which takes {member.Kind.Takes}, and it was not given.")
            : new CommandLineException($"--{key} is missing. It takes {member.Kind.Takes}; give it on the line, or as {key} in a file for --config.");
    }

    private static CommandLineException Linked(Place place, string key, string source) =>
        new($"{place.At(key)} cannot be given: it follows from {source}.");

    private static CommandLineException Unknown(string key, Place place, IEnumerable<string> known)
    {
        var nearest = Suggestion.For(key, known);
        return new CommandLineException($"{place.At(key)} is unknown.{(nearest is null ? "" : $" Did you mean {nearest}?")}");
    }
}
