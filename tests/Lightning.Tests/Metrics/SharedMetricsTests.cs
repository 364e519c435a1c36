using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.Metrics;

/// <summary>Logged metric objects in two processes: their values are those of one, though one process has no batch of a loader.</summary>
public sealed class SharedMetricsTests
{
    [Fact]
    public void Logged_metrics_are_those_of_one_process()
    {
        var before = torch.get_num_threads();
        var alone = SharedMetrics.Results("auto", devices: 1);
        torch.set_num_threads(before);
        using var ranks = RankProcesses.Run(2, "metrics-fit");

        Assert.Equal(5, alone.Count);
        foreach (var (name, value) in alone)
        {
            Assert.All(ranks.All, rank => Assert.Equal(value, double.Parse(rank.Reported(name), CultureInfo.InvariantCulture), 1e-6));
        }
    }
}
