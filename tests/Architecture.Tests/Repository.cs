using System.Runtime.CompilerServices;

namespace Architecture.Tests;

/// <summary>The files of the repository, as the tests of the house see them.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", ".git", ".vs", "TestResults", "BenchmarkDotNet.Artifacts", "__pycache__"];

    /// <summary>The folders of the libraries.</summary>
    public static readonly string[] Libraries = ["Bindings", "Ecosystem.Vision", "Ecosystem.Text", "Ecosystem.Audio", "Lightning"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full paths of the files under a folder of the repository that end in one of the extensions given.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => extensions.Any(extension => file.EndsWith(extension, StringComparison.Ordinal)));

    /// <summary>A path as it is written in messages: relative to the root.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Whether the generator wrote the file.</summary>
    public static bool IsGenerated(string path) => path.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>Whether one of the folders that a file lies in has this name.</summary>
    public static bool IsUnder(string path, string folder) => Relative(path).Split('/')[..^1].Contains(folder);

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            return [];
        }

        return folder.EnumerateFiles().Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(Walk));
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Torchlight.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"Torchlight.slnx is in no folder above {here}");
    }
}
