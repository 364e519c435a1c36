using Porting.Tests;

namespace Torchlight.Tests.Processes;

/// <summary>What this assembly runs when it is started by itself.</summary>
internal static class RankScenarios
{
    public static IReadOnlyDictionary<string, Action<string[]>> All { get; } = new Dictionary<string, Action<string[]>>
    {
        ["script"] = arguments => Script.Run(arguments[0], arguments[1]),
    };
}
