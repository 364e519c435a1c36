using Torchlight.Tests.Processes;

namespace Lightning.Tests.TunerTests;

/// <summary>The tuner where several processes train.</summary>
public sealed class SharedTuningTests
{
    [Fact]
    public void All_processes_take_the_first_ones_learning_rate_and_a_batch_size_is_not_looked_for()
    {
        using var ranks = RankProcesses.Run(2, "tuning");

        foreach (var name in (string[])["losses", "rate", "suggestion"])
        {
            Assert.Equal(ranks[0].Reported(name), ranks[1].Reported(name));
        }

        Assert.Equal(ranks[0].Reported("suggestion"), ranks[0].Reported("rate"));
        Assert.All(ranks.All, rank =>
        {
            Assert.Equal("True", rank.Reported("weights came back"));
            Assert.Contains("devices: 1", rank.Reported("refused"), StringComparison.Ordinal);
            Assert.Equal("2", rank.Reported("steps"));
        });
    }
}
