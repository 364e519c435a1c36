using System.Diagnostics;

namespace Text.Tests.Vocab.Vectors;

/// <summary>A test that needs Python's torch; skipped with a message where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonTorchFactAttribute : FactAttribute
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<bool> Present = new(() => File.Exists(Python)
        && Run("import importlib.util; print(importlib.util.find_spec('torch') is not None)") == "True");

    public PythonTorchFactAttribute()
    {
        if (!Present.Value)
        {
            Skip = $"{Python} has no torch here (Debian: python3-torch)";
        }
    }

    /// <summary>Runs a script and answers with what it printed.</summary>
    public static string Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", script, .. arguments]) { RedirectStandardOutput = true })!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return printed.Trim();
    }
}
