namespace Lightning.Tests.Mistakes;

/// <summary>What a mistake is told.</summary>
internal static class Mistake
{
    /// <summary>The message of the one exception that a mistake ends with.</summary>
    internal static string Message(Action run) => Assert.Throws<MisconfigurationException>(run).Message;

    /// <summary>The only warning that a mistake leads to.</summary>
    internal static string Warning(Action run)
    {
        using var messages = new Messages();
        run();
        return Assert.Single(messages.Warnings);
    }
}
