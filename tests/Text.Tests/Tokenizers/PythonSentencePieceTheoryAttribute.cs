using System.Diagnostics;

namespace Text.Tests.Tokenizers;

/// <summary>A test that needs Python with sentencepiece (Debian's python3-sentencepiece).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonSentencePieceTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> Present = new(() =>
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import sentencepiece"]) { RedirectStandardError = true })!;
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0;
    });

    public PythonSentencePieceTheoryAttribute()
    {
        if (!Present.Value)
        {
            Skip = $"{Python} has no sentencepiece: apt-get install python3-sentencepiece.";
        }
    }

    internal static string Python { get; } = Environment.GetEnvironmentVariable("TORCHLIGHT_PYTHON") ?? "/usr/bin/python3";
}
