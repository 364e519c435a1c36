namespace Lightning.Cli;

/// <summary>A value as it was written: a scalar, a list or a mapping, each with its place. What type it has is decided by who takes it.</summary>
internal abstract class ConfigNode(Place place)
{
    internal Place Place => place;

    /// <summary>The text on the command line that this was read from; null for files and code.</summary>
    internal string? Raw { get; init; }

    /// <summary>The value as messages show it.</summary>
    internal abstract string Shown { get; }

    internal virtual bool IsNull => false;

    /// <summary>A plain value (null, bool, long, double, text, lists and dictionaries of these) as if it had been written.</summary>
    internal static ConfigNode From(object? plain, Place place) => plain switch
    {
        string text => new ScalarNode(text, quoted: true, place),
        IEnumerable<KeyValuePair<string, object?>> pairs => new MapNode(place, pairs.Select(pair => KeyValuePair.Create(pair.Key, From(pair.Value, place)))),
        IEnumerable<object?> items => new ListNode([.. items.Select(item => From(item, place))], place),
        _ => new ScalarNode(HparamsYaml.Plain(plain), quoted: false, place),
    };
}
