using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Emit;

/// <summary>A type that has no counterpart in C#; its operator is dropped, and the override file has to say why.</summary>
internal sealed class UnsupportedTypeException(SchemaType type) : Exception($"the type {type} has no counterpart")
{
    public SchemaType Type { get; } = type;
}
