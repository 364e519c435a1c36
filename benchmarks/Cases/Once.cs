using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Cases that get a process of their own, for its memory or its start.</summary>
internal static class Once
{
    public static Dictionary<string, Action> All { get; } = new()
    {
        ["memory-undisposed"] = MemoryUndisposed,
        ["resnet-memory"] = ResNetMemory,
        ["first-tensor"] = () => ones(2, 2).Dispose(),
    };

    /// <summary>The most memory that this process has had resident, in kilobytes, by Linux's account.</summary>
    public static long PeakKilobytes()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    private static void MemoryUndisposed()
    {
        for (var i = 0; i < 2000; i++)
        {
            _ = ones(256, 1024);
        }
    }

    private static void ResNetMemory()
    {
        using var resnet = ResNetStep.Create();
        for (var i = 0; i < 6; i++)
        {
            resnet.Take();
        }
    }
}
