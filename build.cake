// The verbs of the house. `./build.sh VERB [ARGUMENT...]` lands here; everything a verb needs first is a task that it depends on.
#load "build/machine.cake"
#load "build/prerequisites.cake"
#load "build/native.cake"
#load "build/tests.cake"
#load "build/roots.cake"
#load "build/matrix.cake"
#load "build/fresh.cake"

const string Solution = "Torchlight.slnx";
string[] Libraries =
[
    "Bindings/Torchlight.Bindings.csproj",
    "Bindings/Numerics/Torchlight.Numerics.csproj",
    "Ecosystem.Vision/Torchlight.Vision.csproj",
    "Ecosystem.Text/Torchlight.Text.csproj",
    "Ecosystem.Audio/Torchlight.Audio.csproj",
    "Lightning/Torchlight.Lightning.csproj",
];

var verb = Argument("target", "help");
var rest = System.Environment.GetCommandLineArgs().SkipWhile(argument => argument != "--").Skip(1).ToArray();
var here = new Machine();

// What the last line says and the exit code follows, once a verb has run tests.
Totals outcome = null;

Task("prerequisites")
    .Does(() => InstallPrerequisites(here, BuildPackages()));

Task("native")
    .Description("build the native libraries against the libtorch found (TORCHLIGHT_LIBTORCH: a folder, or python)")
    .IsDependentOn("prerequisites")
    .Does(() => Console.WriteLine($"native libraries in {BuildNative(here, FindLibtorch(here))}"));

Task("build")
    .IsDependentOn("native")
    .Does(() => Dotnet("build", Solution, "-c", "Release", "-v", "quiet", "-nologo"));

Task("test")
    .Description("build everything and run every test project [names of projects] [--filter EXPRESSION]")
    .IsDependentOn("build")
    .Does(() =>
    {
        // ONNX's own checker.
        InstallForTests(here, ["python3-onnx"]);
        outcome = CheckGenerated() + RunTests(here, TestProjects(rest), "here", environment: []);
    });

Task("demo")
    .Description("fine-tune an image classifier with the Trainer [options of samples/TransferLearning]")
    .IsDependentOn("native")
    .Does(() => RunProgram("samples/TransferLearning/TransferLearning.csproj", rest));

Task("sample")
    .Description("run a sample: NAME [options of samples/NAME]")
    .IsDependentOn("native")
    .Does(() => RunProgram(SampleProject(rest), rest[1..]));

Task("generate")
    .Description("regenerate Bindings/Generated from the committed schema dump [--check: fail on a difference]")
    .Does(() => RunProgram(GeneratorProject, rest));

Task("api")
    .Description("compare the public surface with TorchSharp's [--missing AREA] [--all] [--write: docs/api-coverage.md] [--check]")
    .Does(() => RunProgram("Bindings/ApiReport/Torchlight.ApiReport.csproj", rest));

Task("fuzz")
    .Description("throw chance at the binding: operators or files [--calls N] [--seed N] [--only NAME], soak [--minutes N], trainer [--steps N], or threads")
    .IsDependentOn("native")
    .Does(() => RunProgram("tests/Fuzzing/Fuzzing.csproj", rest));

Task("aot")
    .Description("compile a program that trains ahead of time, with every warning of that an error, and run it")
    .IsDependentOn("native")
    .Does(() =>
    {
        InstallPrerequisites(here, ["clang", "zlib1g-dev"]);
        var machine = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        Dotnet("publish", "tests/Aot/Aot.csproj", "-c", "Release", "-r", machine, "-p:CompileAhead=true", "-v", "quiet", "-nologo");
        here.Run($"tests/Aot/bin/Release/net10.0/{machine}/publish/Aot");
    });

Task("gpu")
    .Description("pack the tests marked Cuda and their benchmark for a machine with a GPU and no .NET")
    .Does(() => here.Run("benchmarks/gpu/pack.sh"));

Task("bench")
    .Description("run the benchmarks beside their Python peers [options of benchmarks]")
    .IsDependentOn("native")
    .Does(() =>
    {
        InstallPrerequisites(here, ["python3-torch", "python3-regex", "python3-sentencepiece"]);
        // With machine code in the libraries, as the packages have it.
        RunProgram("benchmarks/Torchlight.Benchmarks.csproj", rest, "-p:Precompile=true");
    });

Task("matrix")
    .Description("run the tests, built once, on other versions of libtorch [2.6] [2.14] [names of test projects]")
    .IsDependentOn("prerequisites")
    .Does(() => outcome = RunMatrix(rest));

Task("goldens")
    .Description("ask Python's torch of another version what it answers otherwise: 2.6|2.14 [AREA...]")
    .Does(() => AskOracle(rest));

Task("fresh")
    .Description("prove that verbs work first thing on a fresh Debian 12 [demo] [test]")
    .Does(() => RunFresh(rest));

Task("pack")
    .Description("pack the libraries into artifacts/packages")
    .Does(() =>
    {
        foreach (var library in Libraries)
        {
            Dotnet("pack", library, "-c", "Release", "-p:Precompile=package", "-v", "quiet", "-nologo", "-o", "artifacts/packages");
        }
    });

Task("clean")
    .Description("remove artifacts and every bin and obj folder")
    .Does(() =>
    {
        foreach (var folder in GetDirectories("./**/{bin,obj}").Append(Directory("./artifacts")).Where(folder => DirectoryExists(folder)))
        {
            DeleteDirectory(folder, new DeleteDirectorySettings { Recursive = true, Force = true });
        }
    });

Task("help")
    .Does(() =>
    {
        Console.WriteLine("usage: ./build.sh VERB [ARGUMENT...]");
        foreach (var task in Tasks.Where(task => task.Description is not null))
        {
            Console.WriteLine($"  {task.Name,-10} {task.Description}");
        }
    });

if (!Tasks.Any(task => task.Name == verb))
{
    Console.Error.WriteLine($"build: there is no verb '{verb}'. `./build.sh help` lists them.");
    System.Environment.Exit(2);
}

RunTarget(verb);
if (outcome is not null)
{
    Console.WriteLine(outcome);
    System.Environment.Exit(outcome.Good ? 0 : 1);
}

void Dotnet(params string[] arguments) => here.Run("dotnet", arguments);

string SampleProject(string[] arguments)
{
    string[] samples = [.. GetFiles("./samples/*/Program.cs").Select(file => file.GetDirectory().GetDirectoryName()).Order()];
    return arguments is [var name, ..] && samples.Contains(name)
        ? $"samples/{name}/{name}.csproj"
        : throw new CakeException($"Name a sample: {string.Join(", ", samples)}.");
}

// Builds a program quietly and runs it with the terminal as it is, so that its last lines are the verb's last lines.
void RunProgram(string project, string[] arguments, params string[] properties)
{
    Dotnet(["build", project, "-c", "Release", "-v", "quiet", "-nologo", .. properties]);
    var name = System.IO.Path.GetFileNameWithoutExtension(project);
    var program = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(project), "bin", "Release", "net10.0", name + ".dll");
    Dotnet([program, .. arguments]);
}
