using Microsoft.CodeAnalysis;

namespace Torchlight.ApiReport.Callers;

/// <summary>What our type parameters demand, as <c>where</c> clauses under the listed names. The lists do not know the peer's constraints.</summary>
internal static class Constraints
{
    /// <summary>The clauses for <paramref name="ours"/>, which callers call <paramref name="names"/>, by position.</summary>
    public static string Clauses(IReadOnlyList<ITypeParameterSymbol> ours, IReadOnlyList<string> names)
    {
        var renamed = ours.Zip(names).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        return string.Concat(ours.Zip(names).Select(pair => Clause(pair.First, pair.Second, renamed)));
    }

    /// <summary>The distinct clauses of our methods of this name and number of type parameters, those of base classes included.</summary>
    public static IReadOnlyList<string> OfMethods(INamedTypeSymbol? type, string name, IReadOnlyList<string> parameters)
    {
        var clauses = new List<string>();
        for (var at = type; at is not null && parameters.Count > 0; at = at.BaseType)
        {
            clauses.AddRange(at.GetMembers(name).OfType<IMethodSymbol>()
                .Where(method => method.Arity == parameters.Count)
                .Select(method => Clauses(method.TypeParameters, InOurOrder(method, parameters))));
        }

        return clauses.Count == 0 ? [""] : [.. clauses.Distinct()];
    }

    // The same names in another order are the same parameters.
    private static IReadOnlyList<string> InOurOrder(IMethodSymbol method, IReadOnlyList<string> parameters)
    {
        string[] names = [.. method.TypeParameters.Select(parameter => parameter.Name)];
        return names.All(parameters.Contains) ? names : parameters;
    }

    private static string Clause(ITypeParameterSymbol parameter, string name, IReadOnlyDictionary<string, string> renamed)
    {
        var demands = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            demands.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            demands.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            demands.Add("class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            demands.Add("notnull");
        }

        demands.AddRange(parameter.ConstraintTypes.Select(type => Source(type, renamed)));
        if (parameter.HasConstructorConstraint && !parameter.HasValueTypeConstraint)
        {
            demands.Add("new()");
        }

        return demands.Count == 0 ? "" : $" where {name} : {string.Join(", ", demands)}";
    }

    private static string Source(ITypeSymbol type, IReadOnlyDictionary<string, string> renamed) => string.Concat(
        type.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat).Select(part =>
            part.Kind == SymbolDisplayPartKind.TypeParameterName ? renamed.GetValueOrDefault(part.ToString(), part.ToString()) : part.ToString()));
}
