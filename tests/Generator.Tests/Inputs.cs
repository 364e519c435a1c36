namespace Generator.Tests;

/// <summary>The repository's own inputs of the generator.</summary>
internal static class Inputs
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "Bindings", "Generator");
}
