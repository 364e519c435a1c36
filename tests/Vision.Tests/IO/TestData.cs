namespace Vision.Tests.IO;

/// <summary>Where the files that tests read lie.</summary>
internal static class TestData
{
    private static readonly string Root = FindRoot();

    /// <summary>Goldens of the image files.</summary>
    internal static string Goldens { get; } = Path.Combine(Root, "tests", "golden", "vision-io");

    /// <summary>Real data beside the repository, or null where there are none.</summary>
    internal static string? Shared { get; } = FindShared();

    /// <summary>The names of the small pictures.</summary>
    internal static IEnumerable<string> PictureNames =>
        Directory.GetFiles(Path.Combine(Goldens, "pictures")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The path of one of the small pictures.</summary>
    internal static string Picture(string name) => Path.Combine(Goldens, "pictures", name);

    /// <summary>The lines of a table, split at tabs.</summary>
    internal static IEnumerable<string[]> Table(string name)
    {
        string path = Path.Combine(Goldens, name);
        return File.Exists(path) ? File.ReadLines(path).Select(line => line.Split('\t')) : [];
    }

    private static string? FindShared()
    {
        string folder = Environment.GetEnvironmentVariable("TORCHLIGHT_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Root, "..", "shared", "data");
        return Directory.Exists(folder) ? folder : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Torchlight.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
