using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Fuzzing;

/// <summary>Mixed work that disposes nothing, for minutes: what the process holds must not grow.</summary>
internal static class Soak
{
    // Memory is compared with what it was once everything had been used for a while.
    private const double WarmUp = 0.2;

    // What allocators keep for later goes up and down by some tens of megabytes.
    private const long Slack = 96L << 20;

    /// <summary>Works so long; returns 0 if memory was flat.</summary>
    public static int Run(TimeSpan time)
    {
        torch.manual_seed(1);
        var work = new MixedWork();
        var start = Stopwatch.StartNew();
        var (rounds, level, highest, said) = (0L, 0L, 0L, TimeSpan.Zero);
        while (start.Elapsed < time)
        {
            work.Round();
            rounds++;
            if (rounds % 50 != 0)
            {
                continue;
            }

            var held = Held();
            if (start.Elapsed < time * WarmUp)
            {
                level = Math.Max(level, held);
            }

            highest = Math.Max(highest, held);
            if (start.Elapsed - said > TimeSpan.FromSeconds(30))
            {
                said = start.Elapsed;
                Console.WriteLine($"{said.TotalSeconds,5:0} s  {rounds,8} rounds  {held >> 20,5} MB, {Tensor.TotalCount} tensors not collected yet");
            }
        }

        Console.WriteLine(
            $"{rounds} rounds in {start.Elapsed.TotalMinutes:0.0} minutes: {level >> 20} MB at most in the first fifth, {highest >> 20} MB at most in all; "
            + $"{work.Operations} operators called, {Tensor.TotalCount} tensors not collected yet");
        return highest <= level + Slack ? 0 : 1;
    }

    private static long Held()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
