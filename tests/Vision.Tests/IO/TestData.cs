namespace Vision.Tests.IO;

/// <summary>Where the files that tests read lie.</summary>
internal static class TestData
{
    /// <summary>Goldens of the image files.</summary>
    internal static string Goldens { get; } = Repository.Golden("vision-io");

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
}
