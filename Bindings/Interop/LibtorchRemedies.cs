using System.Text;

namespace TorchSharp.Interop;

/// <summary>The one message for a libtorch that is not found: what was tried, and the three ways out.</summary>
internal static class LibtorchRemedies
{
    internal static string Explain(string file, LibtorchFolder? libtorch, IEnumerable<string> roots, IReadOnlyList<string> failures)
    {
        var text = new StringBuilder();
        if (failures.Count > 0)
        {
            text.AppendLine($"{file} was found but cannot be opened:");
            foreach (string failure in failures)
            {
                text.AppendLine($"  {failure}");
            }
        }
        else
        {
            string wanted = libtorch is null ? "any libtorch" : $"libtorch {libtorch.Version} ({libtorch.Root})";
            text.AppendLine($"{file} for {wanted} was not found in {string.Join(", ", roots)}.");
        }

        return text
            .AppendLine("What to do, one of:")
            .AppendLine("  - the system's libtorch: apt-get install libtorch-dev libopenblas0-pthread, then ./build.sh native")
            .AppendLine("  - Python's: pip install torch, set TORCHLIGHT_LIBTORCH=python, then ./build.sh native")
            .AppendLine("  - the official archive: unpack it, set TORCHLIGHT_LIBTORCH to its folder, then ./build.sh native")
            .Append("If the libraries lie elsewhere, set TORCHLIGHT_NATIVE to the folder that holds torch-<version>/.")
            .ToString();
    }
}
