using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Cases that get a process of their own, for its memory or its start.</summary>
internal static class Once
{
    /// <summary>
    /// Runs a case, and says the most memory that this process has had resident, in kilobytes, by Linux's account; of a case with an argument, how much
    /// more that is than what it had before the case.
    /// </summary>
    public static int Run(string name, string? argument = null)
    {
        if (argument is not null)
        {
            WeightFiles.Prepare();
        }

        var before = argument is null ? 0 : Account("VmRSS:");
        switch (name)
        {
            case "load-pth-memory": WeightFiles.TorchFile(1, argument!); break;
            case "load-safetensors-memory": WeightFiles.Safetensors(1, argument!); break;
            case "load-safetensors-used-memory": WeightFiles.SafetensorsUsed(1, argument!); break;
            case "memory-undisposed": MemoryUndisposed(); break;
            case "resnet-memory": ResNetMemory(); break;
            case "first-tensor": ones(2, 2).Dispose(); break;
            default: throw new ArgumentException($"no case is called '{name}'", nameof(name));
        }

        Console.WriteLine(Account("VmHWM:") - before);
        return 0;
    }

    private static long Account(string line)
    {
        var status = File.ReadAllText("/proc/self/status");
        var figure = status.AsSpan(status.IndexOf(line, StringComparison.Ordinal) + line.Length).TrimStart();
        return long.Parse(figure[..figure.IndexOf(' ')]);
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
