using Torchlight.Generator;

// dotnet run --project Bindings/Generator -- [--check]
//   without arguments: writes Bindings/Generated; with --check: writes nothing and fails if anything would change.
if (args is not ([] or ["--check"]))
{
    Console.Error.WriteLine("usage: dotnet run --project Bindings/Generator -- [--check]");
    return 2;
}

string? root = Environment.CurrentDirectory;
while (root is not null && !File.Exists(Path.Combine(root, "Torchlight.slnx")))
{
    root = Path.GetDirectoryName(root);
}

if (root is null)
{
    Console.Error.WriteLine($"{Environment.CurrentDirectory} is not inside the repository (no Torchlight.slnx above it)");
    return 2;
}

Generation generation = Generation.Run(Path.Combine(root, "Bindings", "Generator"));
foreach (string problem in generation.Problems)
{
    Console.Error.WriteLine(problem);
}

if (generation.Problems.Count > 0)
{
    return 1;
}

var folder = new GeneratedFolder(Path.Combine(root, "Bindings", "Generated"));
if (args.Length > 0)
{
    IReadOnlyList<string> differences = folder.Differences(generation.Files);
    foreach (string difference in differences)
    {
        Console.Error.WriteLine($"Bindings/Generated/{difference} is not what the generator writes; run ./build.sh generate");
    }

    return differences.Count == 0 ? 0 : 1;
}

int touched = folder.Write(generation.Files);
Console.WriteLine($"{generation.Summary}; {generation.Files.Count} files, {touched} changed");
return 0;
