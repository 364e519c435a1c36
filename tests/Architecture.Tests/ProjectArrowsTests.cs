using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>Which project may know which: the arrows of docs/architecture.md.</summary>
public class ProjectArrowsTests
{
    private const string Bindings = "Torchlight.Bindings";

    private static readonly Dictionary<string, string[]> LibrariesAndWhatTheyMayKnow = new()
    {
        [Bindings] = [],
        ["Torchlight.Generator"] = [],
        ["Torchlight.Numerics"] = [Bindings],
        // Lays the libraries beside itself to read them.
        ["Torchlight.ApiReport"] = [Bindings, "Torchlight.Vision", "Torchlight.Audio"],
        ["Torchlight.Vision"] = [Bindings],
        ["Torchlight.Text"] = [Bindings],
        ["Torchlight.Audio"] = [Bindings],
        ["Torchlight.Lightning"] = [Bindings],
    };

    private static readonly string[] ProgramsWrittenForTorchSharp = ["Mnist", "Cifar10", "WordLanguageModel", "TextClassification", "TorchScript"];

    public static TheoryData<string> Projects { get; } = [.. Repository.Files(".", ".csproj").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_place_in_the_house_allows(string project)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .ToArray();

        Offenders.AssertNone(references.Except(WhatMayBeKnownTo(project)));
    }

    // Programs on top know the libraries; tests know the program or library they test.
    private static IEnumerable<string> WhatMayBeKnownTo(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        string[] tested = project.StartsWith("tests/", StringComparison.Ordinal) ? [name.Replace(".Tests", "")] : [];
        string[] written = name == "TorchSharpCompat.Tests" ? ProgramsWrittenForTorchSharp : [];
        // Carries the tests marked Cuda to machines without an SDK.
        string[] carried = name == "Torchlight.Gpu" ? ["Bindings.Tests"] : [];
        string[] shared = project.StartsWith("samples/", StringComparison.Ordinal) ? ["Reporting"] : [];
        return LibrariesAndWhatTheyMayKnow.GetValueOrDefault(name, [.. LibrariesAndWhatTheyMayKnow.Keys, .. tested, .. written, .. carried, .. shared]);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Load(Path.Combine(Repository.Root, "Torchlight.slnx")).Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value);

        Offenders.AssertNone(Repository.Files(".", ".csproj").Select(Repository.Relative).Except(listed));
    }

    [Fact]
    public void Native_entry_points_are_declared_in_Interop_folders_only()
    {
        var elsewhere = Repository.Files(".", ".cs")
            .Where(file => !Repository.IsUnder(file, "Interop"))
            .Where(file => !file.StartsWith(Path.Combine(Repository.Root, "tests"), StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.Contains("[LibraryImport(") || line.Contains("[DllImport(")))
            .Select(Repository.Relative);

        Offenders.AssertNone(elsewhere);
    }

    [Fact]
    public void Only_the_binding_knows_its_interop_layer()
    {
        string[] others = ["Ecosystem.Vision", "Ecosystem.Text", "Ecosystem.Audio", "Lightning", "samples"];
        // Their own Interop folders find their native libraries beside the binding's, through NativeLibraries.
        var curious = others.SelectMany(folder => Repository.Files(folder, ".cs"))
            .Where(file => !Repository.IsUnder(file, "Interop"))
            .Where(file => File.ReadLines(file).Any(line => line.Contains("TorchSharp.Interop")))
            .Select(Repository.Relative);

        Offenders.AssertNone(curious);
    }
}
