using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Emit;

/// <summary>Maps arguments of the schema language to C#, as docs/architecture.md lists them.</summary>
internal static class ArgumentMap
{
    private static readonly Dictionary<long, string> ScalarTypes = new()
    {
        [0] = "Byte", [1] = "Int8", [2] = "Int16", [3] = "Int32", [4] = "Int64", [5] = "Float16", [6] = "Float32", [7] = "Float64",
        [9] = "ComplexFloat32", [10] = "ComplexFloat64", [11] = "Bool", [15] = "BFloat16",
    };

    /// <param name="argument">The argument.</param>
    /// <param name="appended">
    /// Whether only newer versions have it: left at its default it must not be sent, since older ones do not know it.
    /// </param>
    /// <exception cref="UnsupportedTypeException">Its type has no counterpart.</exception>
    public static ArgumentCode Map(SchemaArgument argument, bool appended)
    {
        string name = CSharp.Identifier(argument.Name);
        return argument.Type.Concrete switch
        {
            NamedType type => Plain(name, type, argument.Default, appended),
            OptionalType { Element: NamedType type } => Optional(name, type, argument.Default, appended),
            OptionalType { Element: ListType { Element: NamedType element } list } => OptionalList(name, list, element, argument.Default),
            ListType { Element: NamedType element } => List(name, argument.Name, element, argument.Default),
            ListType { Element: OptionalType { Element: NamedType { Name: "Tensor" } } } => OptionalTensorList(name, argument.Name),
            var other => throw new UnsupportedTypeException(other),
        };
    }

    private static ArgumentCode Plain(string name, NamedType type, SchemaLiteral? value, bool appended)
    {
        string? literal = value is null ? null : Literal(type, value);
        switch (type.Name)
        {
            case "Tensor":
                return new ArgumentCode($"Tensor {name}", null, $"Value.Of({name})") { KeepAlive = $"GC.KeepAlive({name});" };
            case "Storage":
                return new ArgumentCode($"Tensor {name}", null, $"Value.OfStorage({name})") { KeepAlive = $"GC.KeepAlive({name});" };
            case "Generator":
                return new ArgumentCode($"Generator {name}", null, $"Value.Of({name})") { KeepAlive = $"GC.KeepAlive({name});" };
            case "Stream":
                return new ArgumentCode($"(long Id, Device Device) {name}", null, $"Value.OfStream({name}.Id, {name}.Device)");
            case "Scalar" when literal is not null:
                string otherwise = appended ? "Value.Default" : $"Value.Of({literal})";
                return new ArgumentCode($"Scalar? {name}", "null", $"{name}.HasValue ? Value.Of(in {name}) : {otherwise}");
            case "Scalar":
                return new ArgumentCode($"Scalar {name}", null, $"Value.Of(in {name})");
            case "str":
                return Text(name, "string", literal, name, appended);
            case "Dimname":
                return Text(name, "string", literal, $"\"dimname::\" + {name}", appended);
            default:
                string sent = $"Value.Of({name})";
                return new ArgumentCode(
                    $"{TypeName(type)} {name}", literal, appended && literal is not null ? $"{name} == {literal} ? Value.Default : {sent}" : sent);
        }
    }

    private static ArgumentCode Optional(string name, NamedType type, SchemaLiteral? value, bool appended)
    {
        string? literal = value is null ? null : Literal(type, value);
        switch (type.Name)
        {
            case "Tensor":
                return new ArgumentCode($"Tensor? {name}", literal, $"Value.OfOptional({name})") { KeepAlive = $"GC.KeepAlive({name});" };
            case "Generator":
                return new ArgumentCode($"Generator? {name}", literal, $"Value.Of({name})") { KeepAlive = $"GC.KeepAlive({name});" };
            case "Scalar":
                // A number as the default of an optional one cannot be told from None in C#; no schema has that so far.
                return value is null or NoneLiteral
                    ? new ArgumentCode($"Scalar? {name}", literal, $"Value.Of(in {name})")
                    : throw new UnsupportedTypeException(type);
            case "str":
                return Text(name, "string?", literal, name, appended);
            default:
                string sent = $"Value.Of({name})";
                bool hidden = appended && value is not null and not NoneLiteral;
                return new ArgumentCode($"{TypeName(type)}? {name}", literal, hidden ? $"{name} == {literal} ? Value.Default : {sent}" : sent);
        }
    }

    private static ArgumentCode List(string name, string schemaName, NamedType element, SchemaLiteral? value)
    {
        // A span cannot have a default but the empty one, which then stands for the schema's.
        string? literal = value is null ? null : "default";
        bool emptyMeansDefault = value is not null and not ListLiteral { Items.Count: 0 };
        string local = schemaName + "__";
        string Sent(string sent) => emptyMeansDefault ? $"{name}.IsEmpty ? Value.Default : {sent}" : sent;
        switch (element.Name)
        {
            case "int" or "float":
                string type = TypeName(element);
                return new ArgumentCode($"ReadOnlySpan<{type}> {name}", literal, Sent($"Value.Of({local}, {name}.Length)"))
                {
                    Pins = [$"{type}* {local} = {name}"],
                };
            case "bool":
                return new ArgumentCode($"ReadOnlySpan<bool> {name}", literal, Sent($"Value.Of((byte*){local}, {name}.Length)"))
                {
                    Pins = [$"bool* {local} = {name}"],
                };
            case "Tensor":
                return TensorList($"ReadOnlySpan<Tensor> {name}", name, schemaName, "Handles", "OfTensors");
            case "Scalar":
                return new ArgumentCode($"ReadOnlySpan<Scalar> {name}", literal, $"Value.OfValues(ValueTag.ScalarList, {local}, {name}.Length)")
                {
                    Setup = [$"Span<Value> {local}values = {name}.Length <= 32 ? stackalloc Value[32] : new Value[{name}.Length];"],

                    // A complex number travels by its address, hence the pinned span.
                    Pins = [$"Scalar* {local}scalars = {name}", $"Value* {local} = ScalarList.Values({local}scalars, {name}.Length, {local}values)"],
                };
            case "str" or "Dimname":
                return new ArgumentCode($"ReadOnlySpan<string> {name}", literal, $"Value.OfValues(ValueTag.StringList, {local}.Items, {local}.Length)")
                {
                    Setup = [$"using var {local} = new Utf8ArgumentList({name}{Qualifier(element)});"],
                };
            default:
                throw new UnsupportedTypeException(new ListType(element, null));
        }
    }

    private static ArgumentCode OptionalList(string name, ListType list, NamedType element, SchemaLiteral? value)
    {
        if (value is not null and not NoneLiteral)
        {
            throw new UnsupportedTypeException(list);
        }

        string? literal = value is null ? null : "null";
        string local = name.TrimStart('@') + "__";
        switch (element.Name)
        {
            case "int" or "float":
                string type = TypeName(element);
                return new ArgumentCode($"{type}[]? {name}", literal, $"{name} is null ? Value.None : Value.Of({local}, {name}.Length)")
                {
                    Pins = [$"{type}* {local} = {name}"],
                };
            case "str" or "Dimname":
                return new ArgumentCode(
                    $"string[]? {name}", literal, $"{name} is null ? Value.None : Value.OfValues(ValueTag.StringList, {local}.Items, {local}.Length)")
                {
                    Setup = [$"using var {local} = new Utf8ArgumentList({name}{Qualifier(element)});"],
                };
            default:
                throw new UnsupportedTypeException(new OptionalType(list));
        }
    }

    private static ArgumentCode OptionalTensorList(string name, string schemaName) =>
        TensorList($"ReadOnlySpan<Tensor?> {name}", name, schemaName, "OptionalHandles", "OfOptionalTensors");

    private static ArgumentCode TensorList(string parameter, string name, string schemaName, string handles, string factory)
    {
        string local = schemaName + "__";
        return new ArgumentCode(parameter, null, $"Value.{factory}({local}, {name}.Length)")
        {
            Setup =
            [
                $"Span<nint> {local}handles = {name}.Length <= 32 ? stackalloc nint[32] : new nint[{name}.Length];",
                $"TensorList.{handles}({name}, nameof({name}), {local}handles);",
            ],
            Pins = [$"nint* {local} = {local}handles"],
            KeepAlive = $"TensorList.KeepAlive({name});",
        };
    }

    private static ArgumentCode Text(string name, string type, string? literal, string sent, bool appended)
    {
        string local = name.TrimStart('@') + "__";
        string value = $"Value.OfString({local}.Pointer, {local}.Length)";
        return new ArgumentCode($"{type} {name}", literal, appended && literal is not null and not "null" ? $"{name} == {literal} ? Value.Default : {value}" : value)
        {
            Setup = [$"using var {local} = new Utf8Argument({sent});"],
        };
    }

    private static string Qualifier(NamedType type) => type.Name == "Dimname" ? ", \"dimname::\"" : string.Empty;

    private static string TypeName(NamedType type) => type.Name switch
    {
        "int" => "long",
        "float" => "double",
        "bool" => "bool",
        "ScalarType" or "Layout" or "MemoryFormat" or "Device" => type.Name,
        _ => throw new UnsupportedTypeException(type),
    };

    private static string Literal(NamedType type, SchemaLiteral literal) => (type.Name, literal) switch
    {
        (_, NoneLiteral) => "null",
        ("ScalarType", IntLiteral code) => ScalarTypes.TryGetValue(code.Value, out string? known)
            ? $"ScalarType.{known}"
            : $"(ScalarType){CSharp.Literal(code.Value)}",
        ("Layout" or "MemoryFormat", IntLiteral code) => $"({type.Name}){CSharp.Literal(code.Value)}",
        ("int", IntLiteral whole) => CSharp.Literal(whole.Value),
        ("float", IntLiteral whole) => CSharp.Literal((double)whole.Value),
        ("Scalar", IntLiteral whole) => CSharp.Literal(whole.Value) + "L",
        (_, FloatLiteral real) => CSharp.Literal(real.Value),
        (_, BoolLiteral truth) => CSharp.Literal(truth.Value),
        (_, StringLiteral text) => CSharp.Literal(text.Value),
        _ => throw new UnsupportedTypeException(type),
    };
}
