using System.Diagnostics;

namespace SentimentAnalysis.Tests;

/// <summary>What a program writes.</summary>
internal static class Captured
{
    /// <summary>Runs it with the console caught; answers its exit code and the lines of both streams.</summary>
    public static (int Code, string[] Output, string[] Errors) Run(Func<int> program)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var shown = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(shown);
        Console.SetError(complained);
        try
        {
            var code = program();
            return (code, Lines(shown.ToString()), Lines(complained.ToString()));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }

    /// <summary>Runs the whole program with arguments, as from a shell; the second stream without what is no error.</summary>
    public static (int Code, string[] Output, string[] Errors) Program(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, Lines(output), [.. Lines(errors.Result).Where(line => !line.StartsWith("Seed set", StringComparison.Ordinal))]);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
