using Bindings.Tests.Distributed;

namespace Torchlight.Tests.Processes;

/// <summary>What this assembly runs when it is started as a rank.</summary>
internal static class RankScenarios
{
    public static IReadOnlyDictionary<string, Action<string[]>> All { get; } = new Dictionary<string, Action<string[]>>
    {
        ["collectives"] = _ => CollectiveScenario.Run(),
        ["all_reduce"] = MeetingScenario.AllReduce,
        ["data_parallel"] = _ => DataParallelScenario.Run(),
        ["join"] = MeetingScenario.Join,
        ["sync_batch_norm"] = _ => SyncBatchNormScenario.Run(),
        ["wait_for_death"] = _ => MeetingScenario.WaitForDeath(),
    };
}
