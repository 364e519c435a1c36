using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Callers;

/// <summary>
/// What the short type names of the lists mean in the place where they stand: a type parameter, a listed type (the nearest, where
/// several bear the name), a type of .NET, or a type parameter of the method.
/// </summary>
internal sealed class NameScope
{
    private static readonly HashSet<string> Keywords =
    [
        "void", "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "char", "string", "object",
    ];

    private readonly ILookup<(string Name, int Arity), ListedType> types;
    private readonly OurTypes ours;

    public NameScope(IEnumerable<string> paths, OurTypes ours)
    {
        ListedType[] all = [.. paths.Select(path => new ListedType(path))];
        types = all.ToLookup(type => (type.Name, type.Parameters.Length));
        ByPath = all.ToDictionary(type => type.Path, StringComparer.Ordinal);
        this.ours = ours;
    }

    /// <summary>The listed types by their paths.</summary>
    public IReadOnlyDictionary<string, ListedType> ByPath { get; }

    /// <summary>Source for a name with arguments; null when nothing bears the name, as a method's own type parameters do not.</summary>
    /// <param name="member">The member whose signature it is: a factory <c>Adam</c> means <c>Adam</c>'s own <c>ParamGroup</c>.</param>
    public string? Resolve(string name, IReadOnlyList<string> arguments, ListedType place, string member)
    {
        if (arguments.Count == 0 && (Keywords.Contains(name) || place.Parameters.Contains(name)))
        {
            return name;
        }

        ListedType? listed = types[(name, arguments.Count)]
            .OrderByDescending(type => type.Segments.SkipLast(1).Any(segment => segment.Name == member))
            .ThenByDescending(type => type.IsVisibleFrom(place))
            .ThenByDescending(type => type.Kinship(place))
            // Between strangers: the type that stands nearest to the top.
            .ThenBy(type => type.Segments.Count())
            .FirstOrDefault();
        string? framework = ours.FrameworkType(name, arguments.Count);
        // A type that another nests somewhere else (torch.jit.Type) hides nothing of System here.
        var isStranger = listed is not null && !listed.IsVisibleFrom(place) && framework == $"global::System.{name}";
        if (listed is not null && !isStranger)
        {
            return listed.InSource(arguments);
        }

        return framework is null || arguments.Count == 0 ? framework : $"{framework}<{string.Join(", ", arguments)}>";
    }
}
