namespace Torchlight.Generator.Emit;

/// <summary>What one argument of an operator becomes in C#.</summary>
/// <param name="Parameter">The parameter's declaration without its default: <c>long dim</c>.</param>
/// <param name="Default">The parameter's default; null where it must be given.</param>
/// <param name="Value">The expression of its tagged value.</param>
internal sealed record ArgumentCode(string Parameter, string? Default, string Value)
{
    /// <summary>Statements before the value can be made.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>What is pinned during the call, outermost first: <c>long* size__ = size</c>.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>The statement behind the call that keeps what it borrowed alive.</summary>
    public string? KeepAlive { get; init; }
}
