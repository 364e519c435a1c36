using System.Collections.Concurrent;
using System.Diagnostics;

namespace Torchlight.Testing;

/// <summary>Debian's Python: what our files and numbers are compared with where it is installed.</summary>
internal static class Python
{
    private static readonly ConcurrentDictionary<string, Lazy<bool>> Modules = new();

    /// <summary>The program; TORCHLIGHT_PYTHON names another.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("TORCHLIGHT_PYTHON") is { Length: > 0 } named ? named : "/usr/bin/python3";

    /// <summary>Why a test that needs a module is skipped, or null where the module can be imported.</summary>
    public static string? WhyWithout(string module) =>
        Modules.GetOrAdd(module, name => new(() => File.Exists(Program) && TryRun($"import {name}", [], out _))).Value
            ? null
            : $"{Program} has no {module} here (Debian: python3-{module})";

    /// <summary>Runs a script and returns what it printed; a failing script fails the test with its error output.</summary>
    public static string Run(string script, params string[] arguments)
    {
        Assert.True(TryRun(script, arguments, out var output), output);
        return output;
    }

    private static bool TryRun(string script, string[] arguments, out string output)
    {
        var start = new ProcessStartInfo(Program, ["-", .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output = process.ExitCode == 0 ? text.Trim() : errors.GetAwaiter().GetResult();
        return process.ExitCode == 0;
    }
}
