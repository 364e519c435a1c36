using System.Diagnostics;

namespace Bindings.Tests.Support;

/// <summary>Debian's Python with its own torch: what our files and numbers are compared with where it is installed.</summary>
internal static class Oracle
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<bool> Present = new(() => File.Exists(Python) && TryRun("import torch", out _));

    public static bool IsPresent => Present.Value;

    /// <summary>Runs a script and returns what it printed; a failing script fails the test with its error output.</summary>
    public static string Run(string script)
    {
        Assert.True(TryRun(script, out var output), output);
        return output;
    }

    private static bool TryRun(string script, out string output)
    {
        var start = new ProcessStartInfo(Python)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { "-" },
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
