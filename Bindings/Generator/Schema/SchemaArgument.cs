namespace Torchlight.Generator.Schema;

/// <summary>An argument, or a result (whose name may be empty and which has no default).</summary>
internal sealed record SchemaArgument(string Name, SchemaType Type, AliasInfo? Alias, SchemaLiteral? Default, bool IsKeywordOnly)
{
    /// <summary>Whether the operator writes to it.</summary>
    public bool IsWritten => Alias is { IsWrite: true };
}
