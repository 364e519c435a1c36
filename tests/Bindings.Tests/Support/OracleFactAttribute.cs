namespace Bindings.Tests.Support;

/// <summary>A test that needs Python's torch; skipped with a message where it is not installed.</summary>
public sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute()
    {
        if (!Oracle.IsPresent)
        {
            Skip = "/usr/bin/python3 has no torch here (Debian: python3-torch)";
        }
    }
}
