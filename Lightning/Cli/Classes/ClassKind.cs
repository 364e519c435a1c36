namespace Lightning.Cli;

/// <summary>An object of a class that the setting names (<c>class_path</c>) and gives its arguments to (<c>init_args</c>).</summary>
internal sealed class ClassKind(ClassFamily family) : ValueKind
{
    private const string ClassPath = "class_path";
    private const string InitArgs = "init_args";

    internal ClassFamily Family => family;

    internal override string Takes => family.Names.Length == 0 ? family.Noun : $"{string.Join(", ", family.Names)} or {family.Noun}";

    // Not those below: a class may take one of its own kind.
    internal override IEnumerable<string> Keys => family.Itself?.Arguments.Members.Select(member => member.Name) ?? [];

    internal override bool Fits(ConfigNode node) => node is MapNode or ScalarNode { IsNull: false };

    internal override object? Convert(ConfigNode node, string key)
    {
        switch (node)
        {
            case ScalarNode { IsNull: false } scalar when family.Find(scalar.Text, node.Place, key) is { } entry:
                return Plain(entry, new MapNode(node.Place), $"{key}.{InitArgs}");
            case ScalarNode { IsNull: false } scalar when family.Convert is not null:
                return Checked(scalar.Text, node, key);
            case ScalarNode { IsNull: false } scalar:
                throw family.Unknown(scalar.Text, node.Place, key);
            case MapNode map when map[ClassPath] is { } path:
                if (map.Entries.FirstOrDefault(entry => entry.Key is not (ClassPath or InitArgs)) is { Key: { } other, Value: var odd })
                {
                    throw new CommandLineException($"{odd.Place.At($"{key}.{other}")} is unknown: beside {ClassPath} there is {InitArgs}, which holds the arguments.");
                }

                return Plain(Named(path, key), map[InitArgs] is { IsNull: false } arguments ? arguments : new MapNode(map.Place), $"{key}.{InitArgs}");
            case MapNode map when family.Itself is { IsUsable: true } itself:
                return itself.Arguments.Convert(map, key);
            case MapNode map:
                throw new CommandLineException($"{map.Place.At(key)} needs a {ClassPath}: the name of a {family.Noun}.");
            default:
                throw Wrong(node, key);
        }
    }

    internal override object? Build(object? plain) => plain switch
    {
        string name => family.Convert!(name),
        Dictionary<string, object?> made when Resolve(made) is var (entry, arguments) => entry.Create(entry.Build(arguments)),
        _ => null,
    };

    /// <summary>The class of a plain value, and its arguments.</summary>
    internal (ClassEntry Entry, Dictionary<string, object?> Arguments) Resolve(Dictionary<string, object?> plain) =>
        plain.TryGetValue(ClassPath, out var path) && path is string name
            ? (family.Find(name, Place.Named(name), "")!, (Dictionary<string, object?>)plain[InitArgs]!)
            : (family.Itself!, plain);

    internal override ConfigNode Assign(ConfigNode? current, Assignment change, int depth)
    {
        if (change.EndsAt(depth))
        {
            var value = base.Assign(current, change, depth);
            return value switch
            {
                MapNode map => Merged(current, map, change, depth),
                ScalarNode scalar when family.Find(scalar.Text, scalar.Place, change.Key(depth)) is { } entry => Chosen(current, entry, scalar, change.Key(depth)),
                ScalarNode { IsNull: false } scalar when family.Convert is null => throw family.Unknown(scalar.Text, scalar.Place, change.Key(depth)),
                _ => value,
            };
        }

        if (change.Path[depth] == ClassPath && change.EndsAt(depth + 1))
        {
            var path = change.Needed("the name of a class");
            return Chosen(current, Named(path, change.Key(depth)), path, change.Key(depth));
        }

        var inner = change.Path[depth] == InitArgs && !change.EndsAt(depth + 1) ? depth + 1 : depth;
        if (current is ScalarNode { IsNull: false } written && family.Find(written.Text, written.Place, change.Key(depth)) is { } named)
        {
            current = Chosen(null, named, written, change.Key(depth));
        }

        if (current is MapNode made && made[ClassPath] is { } chosen)
        {
            var entry = Named(chosen, change.Key(depth));
            if (entry.Arguments.Find(change.Path[inner]) is null)
            {
                throw change.Unknown(inner, entry.Arguments.Members.Select(member => member.Name));
            }

            made[InitArgs] = entry.Arguments.Assign(made[InitArgs], change, inner);
            return made;
        }

        return family.Itself is { IsUsable: true } itself && current is null or MapNode
            ? itself.Arguments.Assign(current, change, inner)
            : throw new CommandLineException(
                $"{change.Place.At(change.Key(change.Path.Length))}: name the {family.Noun} first, with --{change.Key(depth)}=NAME. Known: "
                + $"{string.Join(", ", family.All.Select(known => known.Name).Order(StringComparer.Ordinal))}.");
    }

    private ConfigNode Merged(ConfigNode? current, MapNode map, Assignment change, int depth)
    {
        if (map[ClassPath] is { } path)
        {
            var result = Chosen(current, Named(path, change.Key(depth)), path, change.Key(depth), map.Place);
            foreach (var (name, value) in map.Entries)
            {
                if (name == InitArgs && value is MapNode arguments)
                {
                    foreach (var (argument, given) in arguments.Entries)
                    {
                        Assign(result, change.Entry(InitArgs, arguments).Entry(argument, given), depth);
                    }
                }
                else if (name != ClassPath && !value.IsNull)
                {
                    result[name] = value;
                }
            }

            return result;
        }

        if (map[InitArgs] is MapNode inner && current is not null)
        {
            return Merged(current, inner, change, depth);
        }

        // Arguments without a class are those of the one that is there already.
        var changed = current;
        foreach (var (name, value) in map.Entries)
        {
            changed = Assign(changed, change.Entry(name, value), depth);
        }

        return changed ?? map;
    }

    // A class that is named again keeps the arguments that it has.
    private MapNode Chosen(ConfigNode? current, ClassEntry entry, ConfigNode path, string key, Place? place = null)
    {
        if (current is MapNode map && map[ClassPath] is { } before && Named(before, key) == entry)
        {
            return map;
        }

        return new MapNode(place ?? path.Place, [KeyValuePair.Create<string, ConfigNode>(ClassPath, new ScalarNode(entry.Path, quoted: true, path.Place))]);
    }

    private ClassEntry Named(ConfigNode path, string key) => path is ScalarNode { IsNull: false } scalar
        ? family.Find(scalar.Text, path.Place, $"{key}.{ClassPath}") ?? throw family.Unknown(scalar.Text, path.Place, $"{key}.{ClassPath}")
        : throw new CommandLineException($"{path.Place.At($"{key}.{ClassPath}")} takes the name of a class, and got {path.Shown}.");

    private static Dictionary<string, object?> Plain(ClassEntry entry, ConfigNode arguments, string key) =>
        new() { [ClassPath] = entry.Path, [InitArgs] = entry.Arguments.Convert(arguments, key) };
}
