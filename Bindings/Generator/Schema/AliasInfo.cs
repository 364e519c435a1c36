namespace Torchlight.Generator.Schema;

/// <summary>
/// An alias annotation: the sets a value belongs to before the call (and after it, where an arrow says so), and whether the
/// operator writes to it. <c>(a!)</c>, <c>(a|b)</c>, <c>(a -> *)</c>.
/// </summary>
internal sealed record AliasInfo(string Before, string After, bool IsWrite);
