using Microsoft.CodeAnalysis;

namespace Torchlight.ApiReport;

/// <summary>What callers compile against: our libraries as they lie beside this program, and .NET's own.</summary>
internal static class Libraries
{
    private static readonly string[] Ours = ["Torchlight.Bindings.dll", "Torchlight.Vision.dll", "Torchlight.Audio.dll"];

    public static IReadOnlyList<MetadataReference> References { get; } = [.. Framework, .. Ours.Select(name => Reference(Path.Combine(AppContext.BaseDirectory, name)))];

    /// <summary>.NET's own libraries, those that run this program.</summary>
    public static IEnumerable<MetadataReference> Framework => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
        .Select(Reference);

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);
}
