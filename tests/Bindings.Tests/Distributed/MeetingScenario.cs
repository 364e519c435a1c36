using System.Globalization;
using TorchSharp;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch;

namespace Bindings.Tests.Distributed;

/// <summary>Ranks that meet, well or not.</summary>
internal static class MeetingScenario
{
    /// <summary>Joins within so many seconds; says how that went.</summary>
    internal static void Join(string[] arguments)
    {
        try
        {
            distributed.init_process_group("gloo", timeout: TimeSpan.FromSeconds(int.Parse(arguments[0], CultureInfo.InvariantCulture)));
            Report("joined", distributed.get_world_size());
        }
        catch (Exception error) when (error is TorchException or ArgumentException)
        {
            Report("refused", $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Adds up one tensor with whoever else is there.</summary>
    internal static void AllReduce(string[] arguments)
    {
        distributed.init_process_group("gloo", timeout: TimeSpan.FromSeconds(60));
        var tensor = torch.arange(4, dtype: ScalarType.Float32).add(distributed.get_rank());
        distributed.all_reduce(tensor);
        Report("sum", string.Join(' ', tensor.data<float>().ToArray()));

        object?[] objects = [distributed.get_rank() == 0 ? "from C#" : null];
        distributed.broadcast_object_list(objects);
        Report("object", objects[0]!);
        var all = new object?[distributed.get_world_size()];
        distributed.all_gather_object(all, new Dictionary<string, object?> { ["rank"] = (long)distributed.get_rank() });
        Report("objects", string.Join(' ', all.Select(item => ((IReadOnlyDictionary<string, object?>)item!)["rank"])));
        distributed.barrier();
        distributed.destroy_process_group();
    }

    /// <summary>Says when all are there, then goes on until a collective fails.</summary>
    internal static void WaitForDeath()
    {
        distributed.init_process_group("gloo", timeout: TimeSpan.FromSeconds(60));
        var tensor = torch.ones(1000);
        for (var round = 0; ; round++)
        {
            try
            {
                distributed.all_reduce(tensor);
                if (round == 10)
                {
                    Report("ready", distributed.get_rank());
                }
            }
            catch (TorchDistributedException error)
            {
                Report("lost", $"[{string.Join(' ', error.LostRanks)}] {error.Rank} {error.Message.ReplaceLineEndings(" ")}");
                return;
            }
        }
    }
}
