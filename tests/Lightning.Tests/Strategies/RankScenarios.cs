using Lightning;
using Lightning.Tests;

namespace Torchlight.Tests.Processes;

/// <summary>What this assembly runs when it is started as a rank.</summary>
internal static class RankScenarios
{
    public static IReadOnlyDictionary<string, Action<string[]>> All { get; } = new Dictionary<string, Action<string[]>>
    {
        ["fit"] = arguments => SharedFit.Run(arguments[0], "ddp", devices: 2),
        ["fit-normalized"] = arguments => SharedFit.Run(arguments[0], "ddp", devices: 2, normalized: true),
        ["fabric"] = arguments => SharedLoop.Run(arguments[0], "ddp", devices: 2),
        ["fabric-crash"] = _ => SharedLoop.Crash(),
        ["metrics"] = _ => Lightning.Tests.Metrics.SyncScenario.Run(),
        ["metrics-fit"] = _ => Lightning.Tests.Metrics.SharedMetrics.Run("ddp", devices: 2),
        ["endless"] = _ => EndlessFit.Run(),
        ["crash"] = _ => EndlessFit.Crash(),
        ["late"] = arguments => LateRank.Run(arguments[0]),
        ["killed"] = arguments => KilledFit.Run(arguments[0]),
        ["shared-resume"] = arguments => SharedResume.Run(arguments[0], arguments[1]),
        ["shared-failure"] = arguments => SharedFailure.Run(arguments[0], arguments[1]),
        ["requeued"] = arguments => RequeuedFit.Run(arguments[0], arguments[1], int.Parse(arguments[2])),
        ["tuning"] = _ => SharedTuning.Run(),
        ["cli"] = Lightning.Tests.Cli.CliProgram.Run,
        ["devices"] = arguments => SharedFit.Mismatch(int.Parse(arguments[0])),
    };
}
