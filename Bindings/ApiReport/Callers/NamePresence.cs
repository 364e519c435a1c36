using Microsoft.CodeAnalysis;
using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Callers;

/// <summary>Whether a name of the peer's exists here, whatever its signatures: same type, same member, same sort of member.</summary>
internal sealed class NamePresence(Judge judge)
{
    private readonly ILookup<string, IMethodSymbol> extensions = Extensions(judge.Libraries).ToLookup(method => method.Name);

    public bool Has(ListedName name)
    {
        if (!judge.Types.TryGetValue(name.Type, out var listed) || judge.Ours.Find(listed) is not { } type)
        {
            return false;
        }

        var kind = name.Kind.Replace("protected ", "");
        return kind switch
        {
            "constructor" => type.InstanceConstructors.Any(IsReachable),
            "method" => Members(type, name.Member).OfType<IMethodSymbol>().Any(method => !method.IsStatic) || IsExtended(type, name.Member),
            "static method" or "extension method" or "operator" => Members(type, name.Member).OfType<IMethodSymbol>().Any(method => method.IsStatic),
            "property" or "field" => Members(type, name.Member).Any(member => member is IPropertySymbol or IFieldSymbol && !member.IsStatic),
            "static property" or "static field" or "const" or "enum value" =>
                Members(type, name.Member).Any(member => member is IPropertySymbol or IFieldSymbol && member.IsStatic),
            "indexer" => Bases(type).Any(at => at.GetMembers().OfType<IPropertySymbol>().Any(property => property.IsIndexer && IsReachable(property))),
            _ => true,
        };
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name) => Bases(type).SelectMany(at => at.GetMembers(name)).Where(IsReachable);

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }

        foreach (var implemented in type.TypeKind == TypeKind.Interface ? type.AllInterfaces : [])
        {
            yield return implemented;
        }
    }

    private bool IsExtended(INamedTypeSymbol type, string name) => extensions[name].Any(method =>
        method.Parameters[0].Type is ITypeParameterSymbol || judge.Libraries.ClassifyCommonConversion(type, method.Parameters[0].Type).IsImplicit);

    private static IEnumerable<IMethodSymbol> Extensions(Compilation libraries) => libraries.SourceModule.ReferencedAssemblySymbols
        .Where(assembly => !assembly.Name.StartsWith("System", StringComparison.Ordinal))
        .SelectMany(assembly => Types(assembly.GlobalNamespace))
        .Where(type => type.MightContainExtensionMethods)
        .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(method => method.IsExtensionMethod && method.DeclaredAccessibility == Accessibility.Public);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static bool IsReachable(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
