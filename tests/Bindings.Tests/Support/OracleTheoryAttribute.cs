namespace Bindings.Tests.Support;

/// <summary>A theory that needs Python's torch; skipped with a message where it is not installed.</summary>
public sealed class OracleTheoryAttribute : TheoryAttribute
{
    public OracleTheoryAttribute() => Skip = new OracleFactAttribute().Skip;
}
