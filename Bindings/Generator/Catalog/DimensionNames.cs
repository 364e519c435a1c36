using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Catalog;

/// <summary>
/// libtorch prints the names of dimensions as plain strings, but takes them as symbols of a namespace of their own. Which strings
/// are meant shows in what the arguments are called.
/// </summary>
internal static class DimensionNames
{
    private static readonly HashSet<string> Arguments =
        ["dim", "dims", "dim0", "dim1", "dim2", "start_dim", "end_dim", "out_dim", "outdim", "names", "order"];

    /// <summary>The schema with <c>Dimname</c> where its printed form says <c>str</c>.</summary>
    public static FunctionSchema Restore(FunctionSchema schema) =>
        schema with { Arguments = [.. schema.Arguments.Select(a => Arguments.Contains(a.Name) ? a with { Type = Restore(a.Type) } : a)] };

    private static SchemaType Restore(SchemaType type) => type switch
    {
        NamedType { Name: "str" } => new NamedType("Dimname"),
        ListType list => new ListType(Restore(list.Element), list.Size),
        OptionalType optional => new OptionalType(Restore(optional.Element)),
        _ => type,
    };
}
