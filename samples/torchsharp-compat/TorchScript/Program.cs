namespace TorchScript;

/// <summary>Loads modules that Python saved, and does with them what TorchSharp's users do. <c>--data FOLDER</c> holds them; default Models.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        var folder = args.Length == 2 && args[0] == "--data" ? args[1] : Path.Combine(AppContext.BaseDirectory, "Models");
        var modules = new LoadedModules(folder);
        modules.Describe();
        Console.WriteLine($"Greatest difference from Python's scores: {modules.Compare():g3}.");
        Console.WriteLine($"Greatest difference from Python's distances: {modules.CompareDistances():g3}.");
        Console.WriteLine($"Text compiled and called: {LoadedModules.Compile()}.");
        var losses = modules.FineTune(30);
        Console.WriteLine($"Fine-tuned: loss {losses[0]:0.000} to {losses[^1]:0.000}; saved and loaded again: {modules.LossReadBack:0.000}.");
        return 0;
    }
}
