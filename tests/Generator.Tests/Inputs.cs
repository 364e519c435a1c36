namespace Generator.Tests;

/// <summary>The repository's own inputs of the generator.</summary>
internal static class Inputs
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "Bindings", "Generator");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Torchlight.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("no Torchlight.slnx above the tests");
    }
}
