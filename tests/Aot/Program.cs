// Compiled ahead of time and without a .NET beside it, the libraries train, save, load and say what is wrong: each check prints a line, and a
// failed one decides the exit code.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Torchlight.Aot;

var folder = Directory.CreateTempSubdirectory("torchlight-aot-");
var failed = 0;
try
{
    foreach (var (name, check) in Checks.All(folder.FullName))
    {
        var clock = Stopwatch.GetTimestamp();
        try
        {
            check();
            Console.WriteLine($"passed  {name} ({Stopwatch.GetElapsedTime(clock).TotalSeconds:f2} s)");
        }
        catch (Exception error)
        {
            failed++;
            Console.WriteLine($"FAILED  {name}: {error}");
        }
    }
}
finally
{
    folder.Delete(recursive: true);
}

Console.WriteLine($"{(RuntimeFeature.IsDynamicCodeSupported ? "compiled at run time" : "compiled ahead of time")}: {Checks.Count - failed} passed, {failed} failed, 0 skipped");
return failed == 0 ? 0 : 1;
