namespace Torchlight.Generator.Schema;

/// <summary>A default value as a schema writes it.</summary>
internal abstract record SchemaLiteral;

/// <summary><c>None</c>.</summary>
internal sealed record NoneLiteral : SchemaLiteral;

/// <summary><c>True</c> or <c>False</c>.</summary>
internal sealed record BoolLiteral(bool Value) : SchemaLiteral;

/// <summary>A whole number; also what dtypes, layouts and memory formats are printed as.</summary>
internal sealed record IntLiteral(long Value) : SchemaLiteral;

/// <summary>A real number.</summary>
internal sealed record FloatLiteral(double Value) : SchemaLiteral;

/// <summary>A text, its escapes resolved.</summary>
internal sealed record StringLiteral(string Value) : SchemaLiteral;

/// <summary>A bare word, such as <c>long</c> or <c>contiguous_format</c>.</summary>
internal sealed record NameLiteral(string Name) : SchemaLiteral;

/// <summary>A list.</summary>
internal sealed record ListLiteral(IReadOnlyList<SchemaLiteral> Items) : SchemaLiteral;
