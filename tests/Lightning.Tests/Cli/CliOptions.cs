namespace Lightning.Tests.Cli;

/// <summary>Options in a record of their own.</summary>
/// <param name="depth">How deep.</param>
/// <param name="names">The names of the levels.</param>
internal sealed record CliOptions(int depth = 2, List<string>? names = null);
