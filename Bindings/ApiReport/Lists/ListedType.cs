namespace Torchlight.ApiReport.Lists;

/// <summary>A type of the peer by its path, <c>torch.nn.Module&lt;T,TResult&gt;</c>: namespace and outer types, then its own name.</summary>
internal sealed class ListedType
{
    private readonly (string Name, string[] Parameters)[] segments;

    public ListedType(string path)
    {
        Path = path;
        segments = [.. Split(path).Select(Segment)];
        // A path that does not start with a namespace starts below TorchSharp.
        if (segments[0].Name is not ("TorchSharp" or "SkiaSharp"))
        {
            segments = [("TorchSharp", []), .. segments];
        }

        Parameters = [.. segments.SelectMany(segment => segment.Parameters)];
    }

    public string Path { get; }

    public string Name => segments[^1].Name;

    /// <summary>The type parameters, those of the outer types first.</summary>
    public string[] Parameters { get; }

    /// <summary>Namespaces and types on the way to the type, the type last, each with its own number of type parameters.</summary>
    public IEnumerable<(string Name, int Arity)> Segments => segments.Select(segment => (segment.Name, segment.Parameters.Length));

    /// <summary>How source anywhere names the type with these arguments.</summary>
    public string InSource(IReadOnlyList<string> arguments)
    {
        var taken = 0;
        IEnumerable<string> parts = segments.Select(segment =>
        {
            IEnumerable<string> own = arguments.Skip(taken).Take(segment.Parameters.Length);
            taken += segment.Parameters.Length;
            return segment.Parameters.Length == 0 ? segment.Name : $"{segment.Name}<{string.Join(", ", own)}>";
        });
        return "global::" + string.Join('.', parts);
    }

    /// <summary>How many leading segments two paths share: what is nearer hides what is farther.</summary>
    public int Kinship(ListedType other) =>
        segments.Zip(other.segments).TakeWhile(pair => pair.First.Name == pair.Second.Name && pair.First.Parameters.Length == pair.Second.Parameters.Length).Count();

    /// <summary>Whether the type is nested in <paramref name="outer"/>, or is a neighbour of it or of one of its outer types.</summary>
    public bool IsVisibleFrom(ListedType outer) => Kinship(outer) >= segments.Length - 1;

    private static (string Name, string[] Parameters) Segment(string text) => text.IndexOf('<') is var open and >= 0
        ? (text[..open], text[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries))
        : (text, []);

    private static IEnumerable<string> Split(string path)
    {
        int depth = 0, start = 0;
        for (var at = 0; at < path.Length; at++)
        {
            depth += path[at] switch { '<' => 1, '>' => -1, _ => 0 };
            if (path[at] == '.' && depth == 0)
            {
                yield return path[start..at];
                start = at + 1;
            }
        }

        yield return path[start..];
    }
}
