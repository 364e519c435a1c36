// The versions of libtorch beyond the system's that the tests run on, and the Debian suite that packages each.
Dictionary<string, string> MatrixSuites = new() { ["2.6"] = "trixie", ["2.14"] = "testing" };

// What the matrix leaves out: tests that never open libtorch.
string[] WithoutLibtorch = ["ApiReport.Tests", "Architecture.Tests", "Generator.Tests"];

/// One managed build, run on each version wanted.
Totals RunMatrix(string[] arguments)
{
    string[] versions = [.. arguments.Where(argument => char.IsAsciiDigit(argument[0]))];
    foreach (var unknown in versions.Where(version => !MatrixSuites.ContainsKey(version)))
    {
        throw new CakeException($"No suite is known for libtorch {unknown}. There are: {string.Join(", ", MatrixSuites.Keys)}.");
    }

    string[] projects = [.. TestProjects([.. arguments.Except(versions)]).Except(WithoutLibtorch)];
    foreach (var project in projects)
    {
        Dotnet("build", $"tests/{project}/{project}.csproj", "-c", "Release", "-v", "quiet", "-nologo");
    }

    var rows = new List<(string Name, Totals Totals)>();
    foreach (var version in versions.Length > 0 ? versions : [.. MatrixSuites.Keys])
    {
        rows.Add(RunOnSuite(MatrixSuites[version], projects));
    }

    Console.WriteLine("== matrix");
    PrintTable(rows);
    return rows.Select(row => row.Totals).Aggregate((left, right) => left + right);
}

(string Name, Totals Totals) RunOnSuite(string suite, string[] projects)
{
    var repository = System.IO.Directory.GetCurrentDirectory();
    var shared = System.IO.Path.GetFullPath("../shared");
    string[] folders = [repository, SdkFolder(), .. System.IO.Directory.Exists(shared) ? (string[])[shared] : []];
    var mounts = folders.ToDictionary(folder => folder);
    var root = new RootFileSystem(MakeRoot(suite), mounts, RootVariables("/tmp"));
    InstallPrerequisites(root, [.. BuildPackages().Append("libtorch-dev").Distinct()]);
    var native = BuildNative(root, libtorch: null);
    var label = System.IO.Path.GetFileName(native);
    var environment = new Dictionary<string, string> { ["TORCHLIGHT_NATIVE"] = System.IO.Path.GetFullPath(native) };
    return (label, RunTests(root, projects, label, environment));
}
