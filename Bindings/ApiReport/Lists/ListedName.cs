namespace Torchlight.ApiReport.Lists;

/// <summary>One name of the peer's public surface: all overloads of a member together.</summary>
internal sealed record ListedName(string Area, string Type, string Member, string Kind);
