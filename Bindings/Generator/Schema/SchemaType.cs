namespace Torchlight.Generator.Schema;

/// <summary>A type of the schema language. Alias annotations belong to the argument, not to its type.</summary>
internal abstract record SchemaType
{
    /// <summary>The same type with SymInt, SymBool and SymFloat read as int, bool and float: they travel alike.</summary>
    public abstract SchemaType Concrete { get; }
}

/// <summary>A named type, with the types in parentheses behind it if there are any: <c>Tensor</c>, <c>Dict(str, Tensor)</c>.</summary>
internal sealed record NamedType(string Name, params SchemaType[] Arguments) : SchemaType
{
    public override SchemaType Concrete => Name switch
    {
        "SymInt" => new NamedType("int"),
        "SymBool" => new NamedType("bool"),
        "SymFloat" => new NamedType("float"),
        "number" => new NamedType("Scalar"),
        _ => this,
    };

    public bool Equals(NamedType? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Arguments.Length == 0 ? Name : $"{Name}({string.Join(", ", (object[])Arguments)})";
}

/// <summary>A list, with its expected length if the schema says one: <c>int[2]</c>.</summary>
internal sealed record ListType(SchemaType Element, int? Size) : SchemaType
{
    // The length is advice (one number stands for all), so that two lists of one element type are the same type.
    public override SchemaType Concrete => new ListType(Element.Concrete, null);

    public override string ToString() => $"{Element}[{Size}]";
}

/// <summary>An optional type: <c>Tensor?</c>.</summary>
internal sealed record OptionalType(SchemaType Element) : SchemaType
{
    public override SchemaType Concrete => new OptionalType(Element.Concrete);

    public override string ToString() => $"{Element}?";
}
