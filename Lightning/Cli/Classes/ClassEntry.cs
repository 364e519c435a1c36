using System.Diagnostics.CodeAnalysis;

namespace Lightning.Cli;

/// <summary>A class whose constructor the command line calls.</summary>
internal sealed class ClassEntry
{
    private readonly Lazy<(Signature? Chosen, List<Member> Members)> _choice;
    private readonly Func<IReadOnlyList<Signature>> _signatures;
    private readonly KindFactory _kinds;

    /// <summary>A class made by one of several constructors or functions.</summary>
    /// <param name="path">Its name with namespace, as <c>class_path</c> has it.</param>
    /// <param name="signatures">The ways to make it.</param>
    /// <param name="kinds">What parameters may be.</param>
    /// <param name="rules">What holds for all settings.</param>
    /// <param name="extra">Settings that are no parameters.</param>
    internal ClassEntry(string path, Func<IReadOnlyList<Signature>> signatures, KindFactory kinds, ParseRules rules, params Member[] extra)
    {
        (Path, _signatures, _kinds) = (path, signatures, kinds);
        _choice = new(() => Choose(extra));
        Arguments = new GroupKind(() => _choice.Value.Members, rules, Name);
    }

    internal string Path { get; }

    internal string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>The settings.</summary>
    internal GroupKind Arguments { get; }

    /// <summary>Whether there is a constructor that the command line can call.</summary>
    internal bool IsUsable => _choice.Value.Chosen is not null;

    /// <summary>The name of the constructor in XML documentation, up to its parameters' types; null when there is none.</summary>
    internal string? Documentation => _choice.Value.Chosen?.Documentation;

    /// <summary>The assembly whose documentation describes it.</summary>
    internal required string Assembly { get; init; }

    internal static ClassEntry Of([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, KindFactory kinds, ParseRules rules) =>
        new((type.FullName ?? type.Name).Replace('+', '.'), () => [.. type.GetConstructors().Select(Signature.Of)], kinds, rules)
        {
            Assembly = type.Assembly.GetName().Name ?? "",
        };

    /// <summary>The arguments of the constructor, from plain values.</summary>
    /// <param name="plain">The settings by name.</param>
    /// <param name="leading">The arguments that are no settings.</param>
    internal object?[] Build(IReadOnlyDictionary<string, object?> plain, params object?[] leading)
    {
        var signature = _choice.Value.Chosen ?? throw Unusable();
        var arguments = signature.Defaults();
        leading.CopyTo(arguments, 0);
        foreach (var member in _choice.Value.Members)
        {
            if (member.Index >= 0 && plain.TryGetValue(member.Name, out var value))
            {
                arguments[member.Index] = member.Kind.Build(value);
            }
        }

        return arguments;
    }

    /// <summary>Whether an argument may be this object.</summary>
    internal bool Accepts(Member member, object value) => _choice.Value.Chosen?.Parameters[member.Index].ParameterType is { } type
        && (Nullable.GetUnderlyingType(type) ?? type).IsInstanceOfType(value);

    /// <summary>Makes the object.</summary>
    internal object Create(object?[] arguments) => (_choice.Value.Chosen ?? throw Unusable()).Invoke(arguments);

    /// <exception cref="MisconfigurationException">No constructor can be called by a command line.</exception>
    internal MisconfigurationException Unusable() => _signatures() is { Count: > 0 } all
        ? new($"{Name} cannot be made from a command line: no setting can be its constructor's {all[0].Impossible(_kinds)}. Give that parameter a default.")
        : new($"{Name} cannot be made from a command line: it has no public constructor.");

    // Of several constructors the one with the most settings; of equal ones that with the simplest.
    private (Signature? Chosen, List<Member> Members) Choose(Member[] extra)
    {
        var possible = _signatures()
            .Select(signature => (Signature: signature, Members: signature.Members(_kinds, Describe)))
            .Where(choice => choice.Members is not null)
            .OrderByDescending(choice => choice.Members!.Count)
            .ThenBy(choice => choice.Members!.Count(member => member.Kind is ListKind or NullableKind { Inner: ListKind }))
            .ToList();
        return possible.Count == 0 ? (null, []) : (possible[0].Signature, [.. extra, .. possible[0].Members!]);
    }

    private string? Describe(string parameter) => Documentation is { } name
        ? XmlDocumentation.Of(Assembly).Parameter(name, parameter, [.. _choice.Value.Chosen!.Parameters.Select(each => each.Name!)])
        : null;
}
