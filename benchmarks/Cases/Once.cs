using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Cases that get a process of their own, for its memory or its start.</summary>
internal static class Once
{
    /// <summary>Runs a case, and says the most memory that this process has had resident, in kilobytes, by Linux's account.</summary>
    public static int Run(string name)
    {
        switch (name)
        {
            case "memory-undisposed": MemoryUndisposed(); break;
            case "resnet-memory": ResNetMemory(); break;
            case "first-tensor": ones(2, 2).Dispose(); break;
            default: throw new ArgumentException($"no case is called '{name}'", nameof(name));
        }

        var status = File.ReadAllText("/proc/self/status");
        var peak = status.AsSpan(status.IndexOf("VmHWM:", StringComparison.Ordinal) + "VmHWM:".Length).TrimStart();
        Console.WriteLine(long.Parse(peak[..peak.IndexOf(' ')]));
        return 0;
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
