namespace Torchlight.Generator.Surface;

/// <summary>A row of <c>surface.tsv</c>: a public member that is one expression over the operators.</summary>
/// <param name="Class">The class: <c>Tensor</c>, <c>torch</c>, <c>torch.linalg</c>.</param>
/// <param name="Attributes">Attributes with their brackets; empty where there are none.</param>
/// <param name="ReturnType">The type of the result.</param>
/// <param name="Name">The member's name, escaped where C# reserves it.</param>
/// <param name="Parameters">What stands between the parentheses; null for a property.</param>
/// <param name="Expression">The body.</param>
internal sealed record SurfaceMember(string Class, string Attributes, string ReturnType, string Name, string? Parameters, string Expression)
{
    /// <summary>Whether the class's members are static.</summary>
    public bool IsStatic => Class != "Tensor";

    /// <summary>The operators' methods that the body calls.</summary>
    public IEnumerable<string> Calls
    {
        get
        {
            const string prefix = "aten.";
            for (int at = Expression.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = Expression.IndexOf(prefix, at + 1, StringComparison.Ordinal))
            {
                int start = at + prefix.Length;
                yield return Expression[start..Expression.IndexOf('(', start)];
            }
        }
    }

    /// <summary>Name and parameter types: what tells members of one class apart.</summary>
    public string Identity => Parameters is null ? Name : $"{Name}({string.Join(", ", ParameterTypes())})";

    private IEnumerable<string> ParameterTypes() => SplitParameters().Select(parameter =>
    {
        string declaration = parameter.Split(" = ", 2)[0];
        string type = declaration[..declaration.LastIndexOf(' ')];
        return type.StartsWith("params ", StringComparison.Ordinal) ? type["params ".Length..] : type;
    });

    // Commas inside tuples and generic types do not separate parameters.
    private IEnumerable<string> SplitParameters()
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < Parameters!.Length; i++)
        {
            depth += Parameters[i] switch { '(' or '<' or '[' => 1, ')' or '>' or ']' => -1, _ => 0 };
            if (Parameters[i] == ',' && depth == 0)
            {
                yield return Parameters[start..i].Trim();
                start = i + 1;
            }
        }

        if (Parameters.AsSpan(start).Trim().Length > 0)
        {
            yield return Parameters[start..].Trim();
        }
    }
}
