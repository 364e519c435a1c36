namespace TorchSharp.Audio.Tests;

/// <summary>Where the repository lies.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of real data beside the repository, or null where there is none.</summary>
    public static string? Data(string name)
    {
        var folder = Environment.GetEnvironmentVariable("TORCHLIGHT_TEST_DATA") ?? Path.Combine(Root, "..", "shared", "data");
        var path = Path.Combine(folder, name);
        return Path.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Torchlight.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
