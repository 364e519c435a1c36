namespace Torchlight.Testing;

/// <summary>Where the repository lies, and what lies beside it.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the goldens.</summary>
    public static string Golden(params string[] parts) => Path.Combine([Root, "tests", "golden", .. parts]);

    /// <summary>A file or folder of the real data beside the repository (or in TORCHLIGHT_TEST_DATA), or null where it is not.</summary>
    public static string? Data(string name = "")
    {
        var folder = Environment.GetEnvironmentVariable("TORCHLIGHT_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Root, "..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return Path.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Torchlight.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"The tests run outside the repository: no Torchlight.slnx above {AppContext.BaseDirectory}.");
    }
}
