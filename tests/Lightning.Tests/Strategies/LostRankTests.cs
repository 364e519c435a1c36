using System.Diagnostics;
using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.Strategies;

/// <summary>A rank that dies ends the others soon, with one message that names it, and leaves no process behind.</summary>
public sealed class LostRankTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly Dictionary<string, string?> NoVariables = [];

    [Fact]
    public void When_the_second_rank_is_killed_the_first_says_so_and_ends()
    {
        using var ranks = new RankProcesses();
        var first = ranks.Add(NoVariables, "endless");
        using var second = WaitForSecond(first);
        second.Kill();
        first.WaitForEnd(Soon);

        Assert.Equal(1, first.ExitCode);
        AssertOneMessage(first, $"rank 1 (process {second.Id}) has ended.");
    }

    [Fact]
    public void When_the_first_rank_is_killed_the_second_says_so_and_ends()
    {
        using var ranks = new RankProcesses();
        var first = ranks.Add(NoVariables, "endless");
        using var second = WaitForSecond(first);
        first.Kill();

        Assert.True(second.WaitForExit(Soon));
        first.WaitForEnd(Soon);
        AssertOneMessage(first, "rank 0");
    }

    [Fact]
    public void When_the_second_rank_fails_both_end_and_its_error_is_shown()
    {
        using var ranks = new RankProcesses();
        var first = ranks.Add(NoVariables, "crash");
        first.WaitForEnd(RankProcesses.Limit);

        Assert.Equal(1, first.ExitCode);
        Assert.Contains("the third batch is rotten", first.Text);
        AssertOneMessage(first, "rank 1");
    }

    [Fact]
    public void Devices_that_contradict_the_launcher_are_an_error()
    {
        using var ranks = new RankProcesses();
        ranks.Add(0, 4, RankProcesses.FreePort(), "devices", "2");
        ranks.WaitForAll();

        Assert.Contains("make 2 processes, and the launcher has started 4", ranks[0].Reported("refused"));
    }

    [Theory]
    [InlineData("RANK", "4", "ranks go from 0 to 3")]
    [InlineData("WORLD_SIZE", "four", "WORLD_SIZE is \"four\"")]
    [InlineData("LOCAL_RANK", "x", "LOCAL_RANK is \"x\"")]
    public void A_wrong_variable_is_named(string name, string value, string expected)
    {
        var variables = RankProcesses.Variables(0, 4, RankProcesses.FreePort());
        variables[name] = value;
        using var ranks = new RankProcesses();
        ranks.Add(variables, "devices", "4");
        ranks.WaitForAll();

        Assert.Contains(expected, ranks[0].Reported("refused"));
    }

    private static Process WaitForSecond(RankProcess first)
    {
        first.WaitForLine("training 0", RankProcesses.Limit);
        first.WaitForLine("training 1", RankProcesses.Limit);
        return Process.GetProcessById(int.Parse(first.Reported("training 1"), CultureInfo.InvariantCulture));
    }

    private static void AssertOneMessage(RankProcess process, string name)
    {
        var messages = process.Lines.Where(line => line.Contains("ended", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal)).ToArray();
        Assert.True(messages.Length == 1, process.Text);
    }
}
