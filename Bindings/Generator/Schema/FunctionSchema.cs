namespace Torchlight.Generator.Schema;

/// <summary>One operator's schema.</summary>
/// <param name="Namespace">Before the two colons: <c>aten</c>.</param>
/// <param name="Name">The operator: <c>add_</c>.</param>
/// <param name="Overload">Behind the dot; empty for the default overload.</param>
/// <param name="Arguments">In their order, keyword-only ones last.</param>
/// <param name="Returns">The results, in their order.</param>
/// <param name="Text">The line it was read from.</param>
internal sealed record FunctionSchema(
    string Namespace,
    string Name,
    string Overload,
    IReadOnlyList<SchemaArgument> Arguments,
    IReadOnlyList<SchemaArgument> Returns,
    string Text)
{
    /// <summary><c>aten::add.Tensor</c>.</summary>
    public string FullName => Overload.Length == 0 ? $"{Namespace}::{Name}" : $"{Namespace}::{Name}.{Overload}";
}
