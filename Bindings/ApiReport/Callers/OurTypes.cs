using Microsoft.CodeAnalysis;
using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Callers;

/// <summary>Our public types, found by the peer's paths.</summary>
internal sealed class OurTypes(Compilation compilation)
{
    private readonly Dictionary<string, INamedTypeSymbol?> found = new(StringComparer.Ordinal);

    private static readonly string[] SystemNamespaces =
    [
        "System", "System.Collections.Generic", "System.Collections", "System.IO", "System.Numerics", "System.Globalization", "System.Reflection",
        "System.Threading", "System.Threading.Tasks", "System.Runtime.InteropServices", "System.Linq",
    ];

    /// <summary>The type that stands where the peer's stands; null when there is none that callers can name.</summary>
    public INamedTypeSymbol? Find(ListedType type)
    {
        if (!found.TryGetValue(type.Path, out var symbol))
        {
            found[type.Path] = symbol = Walk(type);
        }

        return symbol;
    }

    /// <summary>How source names a type of .NET's own with this many type parameters; null when there is none.</summary>
    public string? FrameworkType(string name, int arity)
    {
        var suffix = arity == 0 ? name : $"{name}`{arity}";
        string? space = SystemNamespaces.FirstOrDefault(space => compilation.GetTypeByMetadataName($"{space}.{suffix}") is { DeclaredAccessibility: Accessibility.Public });
        return space is null ? null : $"global::{space}.{name}";
    }

    private INamedTypeSymbol? Walk(ListedType type)
    {
        INamespaceOrTypeSymbol? at = compilation.GlobalNamespace;
        foreach (var (name, arity) in type.Segments)
        {
            INamespaceOrTypeSymbol? space = arity == 0 ? (at as INamespaceSymbol)?.GetNamespaceMembers().FirstOrDefault(member => member.Name == name) : null;
            at = space ?? at.GetTypeMembers(name, arity).FirstOrDefault(member =>
                member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);
            if (at is null)
            {
                return null;
            }
        }

        return at as INamedTypeSymbol;
    }
}
