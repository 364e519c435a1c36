namespace Audio.Tests.IO;

/// <summary>Where the repository lies, and real sounds beside it.</summary>
internal static class SoundData
{
    /// <summary>The folder that holds the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Real data beside the repository, or null where there are none.</summary>
    internal static string? Shared { get; } = FindShared();

    private static string? FindShared()
    {
        string folder = Environment.GetEnvironmentVariable("TORCHLIGHT_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Root, "..", "shared", "data");
        return Directory.Exists(Path.Combine(folder, "speech")) ? folder : null;
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
