namespace Lightning;

/// <summary>The names of actions, put together once.</summary>
internal static class ProfiledActions
{
    /// <summary>For each hook the action of one owner, such as <c>[Callback]EarlyStopping</c>.</summary>
    internal static string[] Of(string owner) => [.. Enum.GetNames<Hook>().Select(hook => $"{owner}.{hook}")];
}
