using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Lightning.Cli;

/// <summary>Reads YAML with the place of every value.</summary>
internal sealed class YamlConfig
{
    // Many aliases may be made of few, and levels cost stack; no configuration is so deep or so large.
    private const int Deepest = 64;
    private const int MostNodes = 100_000;

    private readonly Dictionary<AnchorName, ConfigNode> _anchors = [];
    private readonly Parser _parser;
    private readonly Func<Mark, Place> _place;
    private int _nodes;

    private YamlConfig(string text, Func<Mark, Place> place) => (_parser, _place) = (new Parser(new StringReader(text)), place);

    /// <summary>Reads a file; an empty one is an empty mapping.</summary>
    /// <param name="path">The file.</param>
    /// <param name="askedBy">The option that named it, for messages.</param>
    /// <exception cref="CommandLineException">The file is not there, or no YAML.</exception>
    internal static ConfigNode Read(string path, string askedBy)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandLineException($"{askedBy}: there is no file \"{path}\".", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandLineException($"{askedBy}: \"{path}\" cannot be read: {exception.Message}", exception);
        }

        return new YamlConfig(text, mark => Place.File(path, mark.Line)).Load(mark => $"{path}({mark.Line},{mark.Column})");
    }

    /// <summary>Reads a value that was given on the line: text that begins like a list or a mapping is one.</summary>
    internal static ConfigNode Value(string text, string option)
    {
        var place = Place.Option(option);
        if (text.Length == 0 || text[0] is not ('[' or '{'))
        {
            return new ScalarNode(text, quoted: text.Length == 0, place) { Raw = text };
        }

        var inside = Place.Named(option);
        return new YamlConfig(text, _ => inside).Load(_ => $"{option}={text}") switch
        {
            ListNode list => new ListNode(list.Items, place) { Raw = text },
            MapNode map => new MapNode(place, map.Entries) { Raw = text },
            var other => other,
        };
    }

    private ConfigNode Load(Func<Mark, string> where)
    {
        try
        {
            _parser.Consume<StreamStart>();
            if (!_parser.TryConsume<DocumentStart>(out _))
            {
                return new MapNode(_place(_parser.Current!.Start));
            }

            var node = Node(0);
            _parser.Consume<DocumentEnd>();
            return _parser.Accept<DocumentStart>(out var second)
                ? throw new CommandLineException($"{_place(second.Start).At("")}: a second document begins here, and settings are one.")
                : node;
        }
        catch (YamlException exception)
        {
            throw new CommandLineException($"{where(exception.Start)}: this is no YAML: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The scanner loses count of what is left open, and says it so.
            throw new CommandLineException($"{where(_parser.Current?.End ?? Mark.Empty)}: this is no YAML: what begins here does not end.", exception);
        }
    }

    private ConfigNode Node(int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        var place = _place(next.Start);
        Count(place, depth);
        switch (next)
        {
            case YamlScalar scalar:
                return Named(scalar, new ScalarNode(scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any), place));
            case SequenceStart sequence:
                var items = new List<ConfigNode>();
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(Node(depth + 1));
                }

                return Named(sequence, new ListNode(items, place));
            case MappingStart mapping:
                return Named(mapping, Mapping(place, depth));
            case AnchorAlias alias:
                return _anchors.TryGetValue(alias.Value, out var target)
                    ? Copy(target, depth)
                    : throw new CommandLineException($"{place.At("")}: nothing before this is marked &{alias.Value}.");
            default:
                throw new CommandLineException($"{place.At("")}: this kind of YAML is not a configuration.");
        }
    }

    private MapNode Mapping(Place place, int depth)
    {
        var result = new MapNode(place);
        List<ConfigNode> merged = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1) is ScalarNode scalar ? scalar : throw new CommandLineException($"{place.At("")}: a key is a name, and one here is something else.");
            var value = Node(depth + 1);
            if (key is { Text: "<<", Quoted: false })
            {
                merged.AddRange(value is ListNode several ? several.Items : [value]);
            }
            else if (result[key.Text] is not null)
            {
                throw new CommandLineException($"{key.Place.At(key.Text)} is there twice.");
            }
            else
            {
                result[key.Text] = value;
            }
        }

        // What is merged in gives way to what stands beside it, and later ones to earlier.
        foreach (var source in merged)
        {
            foreach (var (name, value) in source is MapNode map ? map.Entries : throw new CommandLineException($"{source.Place.At("<<")} takes a mapping, and got {source.Shown}."))
            {
                result[name] ??= value;
            }
        }

        return result;
    }

    private ConfigNode Named(NodeEvent written, ConfigNode node)
    {
        if (!written.Anchor.IsEmpty)
        {
            _anchors[written.Anchor] = node;
        }

        return node;
    }

    // What an alias stands for is changed here without being changed there.
    private ConfigNode Copy(ConfigNode node, int depth)
    {
        Count(node.Place, depth);
        return node switch
        {
            ListNode list => new ListNode([.. list.Items.Select(item => Copy(item, depth + 1))], node.Place),
            MapNode map => new MapNode(node.Place, map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Copy(entry.Value, depth + 1))).ToList()),
            _ => node,
        };
    }

    private void Count(Place place, int depth)
    {
        if (depth > Deepest || ++_nodes > MostNodes)
        {
            throw new CommandLineException($"{place.At("")}: this is nested deeper than {Deepest} levels, or larger than {MostNodes} values; no configuration is.");
        }
    }
}
