using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Torchlight.Tests.Processes;

namespace Porting.Tests;

/// <summary>A program on a page: compiled as it stands there, run in a folder and a process of its own.</summary>
internal sealed class Script : IDisposable
{
    // What a new project's own settings bring in.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly RankProcesses _processes = new();
    private RankProcess? _process;

    /// <summary>The folder in which it runs.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>Compiles the program and runs it to its end, which has to be a good one.</summary>
    /// <param name="code">The program.</param>
    /// <param name="before">Prepares the folder.</param>
    public static Script Run(string code, Action<TemporaryFolder>? before = null)
    {
        var script = new Script();
        try
        {
            before?.Invoke(script.Folder);
            script.Start(code);
            return script;
        }
        catch
        {
            script.Dispose();
            throw;
        }
    }

    /// <summary>Runs a compiled program in this process, in a folder: what the started process does.</summary>
    public static void Run(string assembly, string folder)
    {
        Environment.CurrentDirectory = folder;
        var main = Assembly.LoadFrom(assembly).EntryPoint!;
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()], null);
    }

    /// <summary>What it printed behind a name and a colon.</summary>
    public string Printed(string name) => _process!.Reported(name);

    /// <summary>A number that it printed behind a name and a colon.</summary>
    public double Number(string name) => double.Parse(Printed(name), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>All that it printed.</summary>
    public string[] Lines => _process!.Lines;

    public void Dispose()
    {
        _processes.Dispose();
        Folder.Dispose();
    }

    private void Start(string code)
    {
        var assembly = Folder.File("Page.dll");
        Compile(code, assembly);
        var variables = new Dictionary<string, string?> { ["OMP_NUM_THREADS"] = "1", ["PL_GLOBAL_SEED"] = null };
        _process = _processes.Add(variables, "script", assembly, Folder.Path);
        _processes.WaitForAll();
        Assert.True(_process.ExitCode == 0, _process.Text);
    }

    private static void Compile(string code, string path)
    {
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Page",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)],
            assemblies.Select(assembly => MetadataReference.CreateFromFile(assembly)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        var result = compilation.Emit(path);

        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
    }
}
