namespace TorchSharp;

/// <summary>A value that a block receives: its number, its name in the script, its type as Python writes it.</summary>
internal sealed record ScriptInput(long Value, string Name, string Type);

/// <summary>Nodes one after the other, with the values that come in and go out, by their numbers.</summary>
internal sealed record ScriptBlock(ScriptInput[] Inputs, ScriptNode[] Nodes, long[] Outputs);

/// <summary>One step of a script.</summary>
/// <param name="Index">Its number in the graph.</param>
/// <param name="Operator">Such as <c>aten::add</c> or <c>prim::If</c>.</param>
/// <param name="Overload">Such as <c>Tensor</c>, or empty.</param>
/// <param name="ArgumentNames">The names of the schema's arguments; empty where there is no schema.</param>
/// <param name="Inputs">The values it takes.</param>
/// <param name="Outputs">The values it gives.</param>
/// <param name="Attribute">What a constant holds, or the name of the attribute that is got or set.</param>
/// <param name="Line">The file and line of the script's source, or empty.</param>
/// <param name="Module">The modules that run it, or empty.</param>
/// <param name="Blocks">What branches and loops hold.</param>
internal sealed record ScriptNode(
    long Index, string Operator, string Overload, string[] ArgumentNames, long[] Inputs, long[] Outputs, object? Attribute, string Line, string Module,
    ScriptBlock[] Blocks)
{
    /// <summary>The operator with its overload.</summary>
    internal string Schema => Overload.Length == 0 ? Operator : $"{Operator}.{Overload}";

    /// <summary>Where it stands, for messages.</summary>
    internal string Place => string.Join(", ", new[] { Module.Length > 0 ? $"module {Module}" : "", Line }.Where(part => part.Length > 0));

    /// <summary>Whether it changes its first argument.</summary>
    internal bool IsInPlace => Operator.EndsWith('_') && !Operator.EndsWith("__", StringComparison.Ordinal);
}
