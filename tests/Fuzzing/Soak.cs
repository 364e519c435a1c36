using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Fuzzing;

/// <summary>Mixed work that disposes nothing, for minutes: what the process holds must not grow.</summary>
internal static class Soak
{
    /// <summary>Works so long; returns 0 if memory was flat.</summary>
    public static int Run(TimeSpan time)
    {
        torch.manual_seed(1);
        var work = new MixedWork();
        var memory = new MemoryWatch();
        var start = Stopwatch.StartNew();
        var (rounds, said) = (0L, TimeSpan.Zero);
        while (start.Elapsed < time)
        {
            work.Round();
            rounds++;
            if (rounds % 50 != 0)
            {
                continue;
            }

            var held = memory.Look(start.Elapsed / time);
            if (start.Elapsed - said > TimeSpan.FromSeconds(30))
            {
                said = start.Elapsed;
                Console.WriteLine($"{said.TotalSeconds,5:0} s  {rounds,8} rounds  {held >> 20,5} MB, {Tensor.TotalCount} tensors not collected yet");
            }
        }

        Console.WriteLine(
            $"{rounds} rounds in {start.Elapsed.TotalMinutes:0.0} minutes: {memory}; "
            + $"{work.Operations} operators called, {Tensor.TotalCount} tensors not collected yet");
        return memory.Flat ? 0 : 1;
    }
}
