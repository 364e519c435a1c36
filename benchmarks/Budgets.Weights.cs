using Torchlight.Benchmarks.Cases;
using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>Files of weights beside PyTorch's and safetensors' own readers.</summary>
internal static partial class Budgets
{
    private static IEnumerable<Row> Weights(Measurement measure)
    {
        using var folder = new WeightFolder();
        (string Name, string Case, string File)[] cases =
        [
            ("load 400 MB, .pth", "load-pth", folder.TorchFile),
            ("load 400 MB, safetensors", "load-safetensors", folder.Safetensors),
            ("load 400 MB, safetensors, and add up each tensor", "load-safetensors-used", folder.Safetensors),
        ];
        foreach (var (name, measured, file) in cases)
        {
            yield return AtMostRatio(name, measure.PerIteration(measured, Cores, [Side.Ours, Side.Python], file), Side.Python, 1, Milliseconds);
        }

        foreach (var (name, measured, file) in cases)
        {
            var peaks = measure.Once($"{measured}-memory", Cores, file, Side.Ours, Side.Python);
            var (ours, words) = (peaks[Side.Ours].Megabytes, "at most 8 MB over Python's");
            yield return peaks.TryGetValue(Side.Python, out var python)
                ? new Row($"{name}: memory", $"{ours:0} MB", $"Python {python.Megabytes:0} MB", $"{ours - python.Megabytes:+0;-0;0} MB", words,
                    ours <= python.Megabytes + 8)
                : Missing($"{name}: memory", $"{ours:0} MB", Side.Python, words);
        }
    }
}
