using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.Metrics;

/// <summary>Two processes with unequal shares compute what one does over all, and keep their own states.</summary>
public sealed class SyncTests(SyncTests.Runs runs) : IClassFixture<SyncTests.Runs>
{
    public static TheoryData<string> Names() => [.. SyncScenario.Made().Select(made => made.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_value_is_that_of_one_process_over_all(string name)
    {
        var expected = Alone(name, null);

        Assert.All(runs.Ranks.All, rank => Equal(expected, rank.Reported($"joint {name}")));
        Assert.Equal(runs.Ranks[0].Reported($"joint {name}"), runs.Ranks[1].Reported($"joint {name}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_keeps_its_own_states(string name)
    {
        foreach (var rank in (int[])[0, 1])
        {
            Equal(Alone(name, rank), runs.Ranks[rank].Reported($"own {name}"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_process_without_data_gets_the_value_of_the_others(string name) =>
        Assert.All(runs.Ranks.All, rank => Equal(Alone(name, 0), rank.Reported($"half empty {name}")));

    [Fact]
    public void A_step_can_be_that_of_all_processes()
    {
        // Squared errors 1 (once) and 4 (twice).
        Assert.All(runs.Ranks.All, rank => Equal("3", rank.Reported("step")));
        Assert.All(runs.Ranks.All, rank => Equal("3", rank.Reported("step total")));
    }

    [Fact]
    public void A_collection_syncs_each_group_of_states_once()
    {
        using var alone = SyncScenario.Collection();
        foreach (var (preds, target) in SyncScenario.Batches(null))
        {
            alone.update(preds, target);
        }

        var expected = string.Join(' ', alone.compute().Select(entry => $"{entry.Key}={SyncScenario.Text(entry.Value)}"));
        Assert.All(runs.Ranks.All, rank => Assert.Equal(expected, rank.Reported("collection")));
    }

    [Fact]
    public void What_is_inside_another_metric_is_put_together_with_it()
    {
        // Squared error 1 of the first process alone; then 1, 1, 4 and 4. Raw, largest, smallest.
        Assert.All(runs.Ranks.All, rank => Equal("1", rank.Reported("wrapped")));
        Assert.All(runs.Ranks.All, rank => Equal("2.5 2.5 1", rank.Reported("wrapped later")));
    }

    [Fact]
    public void States_can_be_synced_by_hand()
    {
        Assert.All(runs.Ranks.All, rank => Assert.Equal("True 2", rank.Reported("synced")));
        Assert.All(runs.Ranks.All, rank => Assert.Equal("False 1", rank.Reported("unsynced")));
    }

    private static string Alone(string name, int? rank)
    {
        using var metric = SyncScenario.Made().Single(made => made.Name == name).Metric;
        foreach (var (preds, target) in SyncScenario.Batches(rank))
        {
            metric.update(preds, target);
        }

        return SyncScenario.Text(metric);
    }

    private static void Equal(string expected, string actual) => Assert.Equal(
        expected.Split(' ').Select(Number), actual.Split(' ').Select(Number), (a, b) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) < 1e-6);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The two processes, run once.</summary>
    public sealed class Runs : IDisposable
    {
        internal RankProcesses Ranks { get; } = RankProcesses.Run(2, "metrics");

        public void Dispose() => Ranks.Dispose();
    }
}
