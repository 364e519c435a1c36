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

/// Has Python's torch of another version answer what the goldens' scripts ask, and its answers kept where they differ: VERSION [AREA...].
void AskOracle(string[] arguments)
{
    if (arguments.Length == 0 || !MatrixSuites.TryGetValue(arguments[0], out var suite))
    {
        throw new CakeException($"Name the version of Python's torch to ask, and areas of tests/golden if not all: goldens {string.Join('|', MatrixSuites.Keys)} [AREA...].");
    }

    // A root of its own: where Python's torch lies beside libtorch, the matrix would run the tests that want Python too.
    var repository = System.IO.Directory.GetCurrentDirectory();
    var root = new RootFileSystem(MakeRoot(suite, name: $"{suite}-python"), new() { [repository] = repository }, RootVariables("/tmp"));
    InstallPrerequisites(root, ["python3-torch", "python3-numpy", "libopenblas0-pthread"]);
    root.Run("python3", ["-W", "ignore", "-B", "tests/golden/newer.py", .. arguments[1..]]);
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
