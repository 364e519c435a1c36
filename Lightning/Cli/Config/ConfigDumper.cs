namespace Lightning.Cli;

/// <summary>Takes out of a configuration what is not to be written.</summary>
internal sealed class ConfigDumper
{
    private readonly ParseRules _rules;
    private readonly bool _skipNull;
    private readonly bool _skipDefault;

    /// <param name="rules">What holds for all settings.</param>
    /// <param name="flags">"skip_null" and "skip_default", separated by commas.</param>
    internal ConfigDumper(ParseRules rules, string flags)
    {
        _rules = rules;
        foreach (var flag in flags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            switch (flag)
            {
                case "skip_null": _skipNull = true; break;
                case "skip_default": _skipDefault = true; break;
                default: throw new CommandLineException($"--print_config={flag} is unknown; use skip_null or skip_default, or both with a comma.");
            }
        }
    }

    internal Dictionary<string, object?> Dump(GroupKind group, Dictionary<string, object?> values, string prefix = "")
    {
        var result = new Dictionary<string, object?>();
        foreach (var member in group.Members)
        {
            var key = prefix + member.Name;
            if (_rules.Source(key) is not null || !values.TryGetValue(member.Name, out var value) || (_skipNull && value is null)
                || (_skipDefault && !member.Required && member.Kind is not GroupKind && Equal(value, member.Default)))
            {
                continue;
            }

            var inner = member.Kind is NullableKind nullable ? nullable.Inner : member.Kind;
            result[member.Name] = (inner, value) switch
            {
                (GroupKind next, Dictionary<string, object?> entries) => Dump(next, entries, key + "."),
                (ClassKind made, Dictionary<string, object?> entries) => Dump(made, entries, key),
                _ => value,
            };
        }

        return result;
    }

    private Dictionary<string, object?> Dump(ClassKind kind, Dictionary<string, object?> plain, string key)
    {
        var (entry, arguments) = kind.Resolve(plain);
        var dumped = Dump(entry.Arguments, arguments, key + ".");
        return ReferenceEquals(arguments, plain) ? dumped : new() { ["class_path"] = plain["class_path"], ["init_args"] = dumped };
    }

    private static bool Equal(object? left, object? right) => Equals(left, right)
        || (left is List<object?> some && right is List<object?> others && some.SequenceEqual(others));
}
