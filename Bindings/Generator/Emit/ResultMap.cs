using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Emit;

/// <summary>Maps results of the schema language to C#.</summary>
internal static class ResultMap
{
    /// <summary>The type of a result, and the method of <c>Value</c> that reads it.</summary>
    /// <exception cref="UnsupportedTypeException">It has no counterpart.</exception>
    public static (string Type, string Reader) Map(SchemaType type) => type.Concrete switch
    {
        NamedType { Name: "Tensor" } => ("Tensor", "TakeTensor"),
        NamedType { Name: "int" or "QScheme" } => ("long", "AsLong"),
        NamedType { Name: "float" } => ("double", "AsDouble"),
        NamedType { Name: "bool" } => ("bool", "AsBool"),
        NamedType { Name: "Scalar" } => ("Scalar", "AsScalar"),
        NamedType { Name: "str" } => ("string", "TakeString"),
        NamedType { Name: "ScalarType" } => ("ScalarType", "AsScalarType"),
        NamedType { Name: "Layout" } => ("Layout", "AsLayout"),
        NamedType { Name: "Device" } => ("Device", "AsDevice"),
        ListType { Element: NamedType { Name: "Tensor" } } => ("Tensor[]", "TakeTensorList"),
        ListType { Element: NamedType { Name: "int" } } => ("long[]", "TakeLongList"),
        ListType { Element: NamedType { Name: "float" } } => ("double[]", "TakeDoubleList"),
        var other => throw new UnsupportedTypeException(other),
    };

    /// <summary>The argument that a result is (in-place and out operators), or null where the result is a value of its own.</summary>
    public static SchemaArgument? WrittenArgument(FunctionSchema schema, SchemaArgument result) =>
        result is { Alias: { IsWrite: true } alias, Type: NamedType { Name: "Tensor" } }
            ? schema.Arguments.FirstOrDefault(
                argument => argument is { IsWritten: true, Type: NamedType { Name: "Tensor" } } && argument.Alias!.Before == alias.Before)
            : null;
}
