using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

internal static partial class Budgets
{
    private static IEnumerable<Row> TwoProcesses(Measurement measure)
    {
        var alone = measure.PerIteration("ddp-alone", 1, [Side.Ours, Side.Python]);
        var pair = measure.PerIteration("ddp-pair", 1, [Side.Ours, Side.Python]);
        var scaling = alone.ToDictionary(side => side.Key, side => 2 * side.Value / pair[side.Key]);
        const string Title = "ResNet-18 at 112 x 112, two processes over one";
        const string Limit = "scales no worse than Python's";
        if (!scaling.TryGetValue(Side.Python, out var python))
        {
            yield return Missing(Title, $"{scaling[Side.Ours]:0.00} times", Side.Python, Limit);
            yield break;
        }

        var ratio = scaling[Side.Ours] / python;
        yield return new Row(Title, $"{scaling[Side.Ours]:0.00} times", $"Python {python:0.00} times", $"{ratio:0.00}", Limit, Math.Round(ratio, 2) >= 1);
    }
}
