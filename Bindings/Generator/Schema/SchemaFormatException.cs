namespace Torchlight.Generator.Schema;

/// <summary>A schema line that does not follow the schema language; says where.</summary>
internal sealed class SchemaFormatException(string text, int position, string problem)
    : FormatException($"{problem} at column {position + 1} of: {text}")
{
    public int Position { get; } = position;
}
