using Torchlight.Benchmarks.Cases;
using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>Files of weights beside PyTorch's and safetensors' own readers.</summary>
internal static partial class Budgets
{
    private static IEnumerable<Row> Weights(Measurement measure)
    {
        using var folder = new WeightFolder();

        // Both sides map the file and add up with the same operator: the third case is a tie but for chance.
        (string Name, string Case, string File, double Limit)[] cases =
        [
            ("load 400 MB, .pth", "load-pth", folder.TorchFile, 1),
            ("load 400 MB, safetensors", "load-safetensors", folder.Safetensors, 1),
            ("load 400 MB, safetensors, and add up each tensor", "load-safetensors-used", folder.Safetensors, 1.05),
        ];
        foreach (var (name, measured, file, limit) in cases)
        {
            yield return AtMostRatio(name, measure.PerIteration(measured, Cores, [Side.Ours, Side.Python], file), Side.Python, limit, Milliseconds);
        }

        foreach (var (name, measured, file, _) in cases)
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
