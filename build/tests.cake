using System.Xml.Linq;

const string GeneratorProject = "Bindings/Generator/Torchlight.Generator.csproj";

/// How a line begins that names a failure.
const string FailureMark = "FAILED ";

/// <summary>How many tests passed, failed and were skipped.</summary>
public record Totals(int Passed, int Failed, int Skipped)
{
    public bool Good => Failed == 0 && Passed > 0;

    public static Totals operator +(Totals left, Totals right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}

/// The test projects whose names start with one of the words given, or all of them.
string[] TestProjects(string[] arguments)
{
    var words = arguments.TakeWhile(argument => argument != "--filter").ToArray();
    string[] all = [.. GetFiles("./tests/*/*.Tests.csproj").Select(file => file.GetFilenameWithoutExtension().ToString()).Order()];
    string[] chosen = [.. all.Where(name => words.Length == 0 || words.Any(word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)))];
    return chosen.Length > 0 ? chosen : throw new CakeException($"No test project is named {string.Join(" or ", words)}. There are: {string.Join(", ", all)}.");
}

/// Runs compiled test projects on a machine, one after the other, and adds up what their result files say.
Totals RunTests(Machine machine, string[] projects, string label, Dictionary<string, string> environment)
{
    var results = System.IO.Path.GetFullPath($"artifacts/test-results/{label}");
    EnsureDirectoryExists(results);
    CleanDirectory(results);
    var filter = rest.SkipWhile(argument => argument != "--filter").Skip(1).Take(1).Select(expression => $"--TestCaseFilter:{expression}");
    var rows = new List<(string Name, Totals Totals)>();
    foreach (var project in projects)
    {
        Console.WriteLine($"== {project} ({label})");
        var assembly = $"tests/{project}/bin/Release/net10.0/{project}.dll";
        string[] arguments =
        [
            "vstest", assembly, $"--ResultsDirectory:{results}", $"--logger:trx;LogFileName={project}.trx", "--logger:console;verbosity=minimal",
            // A test that hangs is named and ended.
            "--Blame:CollectHangDump;TestTimeout=300000;HangDumpType=none", .. filter,
        ];
        var code = machine.Try("dotnet", arguments, environment);
        rows.Add((project, Judge(ReadResults($"{results}/{project}.trx"), code, project)));
    }

    PrintTable(rows);
    return rows.Select(row => row.Totals).Aggregate((left, right) => left + right);
}

/// Adds up a result file, and names what failed in lines of their own, which `.ci/run` repeats at its end.
Totals ReadResults(string file)
{
    if (!System.IO.File.Exists(file))
    {
        return new(0, 0, 0);
    }

    var results = XDocument.Load(file).Descendants().ToLookup(element => element.Name.LocalName);
    foreach (var failed in results["UnitTestResult"].Where(result => (string)result.Attribute("outcome") == "Failed"))
    {
        var message = failed.Descendants().FirstOrDefault(element => element.Name.LocalName == "Message")?.Value ?? "no message";
        Console.WriteLine($"{FailureMark}{(string)failed.Attribute("testName")}: {string.Join(" | ", message.Split('\n', StringSplitOptions.TrimEntries).Take(6))}");
    }

    var counters = results["Counters"].Single();
    int Count(string name) => (int)counters.Attribute(name);
    return new(Count("passed"), Count("executed") - Count("passed"), Count("total") - Count("executed"));
}

/// A run that ended badly without a failed test (a crash), or that ran nothing, is one failure.
Totals Judge(Totals totals, int exitCode, string project)
{
    if (totals.Failed == 0 && exitCode != 0)
    {
        Console.WriteLine($"{FailureMark}{project}: the test run ended with exit code {exitCode}");
        return totals with { Failed = 1 };
    }

    if (totals.Passed + totals.Failed == 0 && !rest.Contains("--filter"))
    {
        Console.WriteLine($"{FailureMark}{project}: no test ran");
        return totals with { Failed = 1 };
    }

    return totals;
}

/// The committed output of the generator must be what it writes today; a difference counts as one failed test.
Totals CheckGenerated()
{
    Console.WriteLine("== generated code is up to date");
    var generator = $"{System.IO.Path.GetDirectoryName(GeneratorProject)}/bin/Release/net10.0/Torchlight.Generator.dll";
    if (here.Try("dotnet", [generator, "--check"]) == 0)
    {
        return new(1, 0, 0);
    }

    Console.WriteLine($"{FailureMark}the committed output of the generator: it is not what the generator writes today");
    return new(0, 1, 0);
}

void PrintTable(List<(string Name, Totals Totals)> rows)
{
    Console.WriteLine($"{"",-24} {"passed",8} {"failed",8} {"skipped",8}");
    foreach (var (name, totals) in rows)
    {
        Console.WriteLine($"{name,-24} {totals.Passed,8} {totals.Failed,8} {totals.Skipped,8}");
    }
}
