using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Files of weights.</summary>
internal static class WeightFiles
{
    /// <summary>Brings the process to where a program is that has worked before it loads: what the first call of anything costs is no part of loading.</summary>
    public static void Prepare()
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream();
        serialization.save(new Dictionary<string, Tensor> { ["x"] = ones(2, 2) }, file);
        _ = serialization.load(file);
        _ = safetensors.torch.load(safetensors.torch.save(new Dictionary<string, Tensor> { ["x"] = ones(2, 2) }))["x"].sum();
    }

    /// <summary>Seconds for so many times <c>torch.load</c>.</summary>
    public static double TorchFile(long iterations, string path) => Time(iterations, () => _ = serialization.load(path));

    /// <summary>Seconds for so many times <c>safetensors.torch.load_file</c>.</summary>
    public static double Safetensors(long iterations, string path) => Time(iterations, () => _ = safetensors.torch.load_file(path));

    /// <summary>The same, and each tensor is read through.</summary>
    public static double SafetensorsUsed(long iterations, string path) => Time(iterations, () =>
    {
        foreach (var tensor in safetensors.torch.load_file(path).Values)
        {
            tensor.sum();
        }
    });

    private static double Time(long iterations, Action load)
    {
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            using var scope = NewDisposeScope();
            load();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
