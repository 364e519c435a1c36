namespace Architecture.Tests;

/// <summary>Asserts that nothing breaks a rule, and names everything that does.</summary>
internal static class Offenders
{
    /// <summary>Fails with one line for each offender.</summary>
    public static void AssertNone(IEnumerable<string> offenders)
    {
        string[] all = [.. offenders];
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }
}
