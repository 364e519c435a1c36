using System.Net;
using System.Net.Sockets;
using Torchlight.Tests.Processes;

namespace Bindings.Tests.Distributed;

/// <summary>What ranks are told when they do not find each other, and when one of them dies.</summary>
public class MeetingTests
{
    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Any, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var ranks = new RankProcesses();
        ranks.Add(0, 2, port, "join", "5");
        ranks.WaitForAll();

        Assert.Contains($"127.0.0.1:{port}", ranks[0].Reported("refused"));
        Assert.Contains("set MASTER_PORT to a free one", ranks[0].Reported("refused"));
    }

    [Fact]
    public void Ranks_that_were_told_different_sizes_say_so()
    {
        var port = RankProcesses.FreePort();
        using var ranks = new RankProcesses();
        ranks.Add(0, 2, port, "join", "5");
        ranks.Add(1, 3, port, "join", "5");
        ranks.WaitForAll();

        Assert.Contains(ranks.All, rank => rank.Reported("refused").Contains("give all the same WORLD_SIZE", StringComparison.Ordinal));
        Assert.All(ranks.All, rank => Assert.Contains("WORLD_SIZE", rank.Reported("refused")));
    }

    [Fact]
    public void A_rank_that_waits_in_vain_says_who_is_missing()
    {
        using var ranks = new RankProcesses();
        ranks.Add(0, 2, RankProcesses.FreePort(), "join", "2");
        ranks.WaitForAll();

        Assert.Contains("rank 0 of 2 could not", ranks[0].Reported("refused"));

        // From libtorch 2 on the store itself waits for all, and counts them.
        Assert.Contains(
            (string[])["Not seen so far: rank 1", "1/2 clients joined"], sign => ranks[0].Reported("refused").Contains(sign, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rank_without_a_first_one_says_where_it_looked()
    {
        var port = RankProcesses.FreePort();
        using var ranks = new RankProcesses();
        ranks.Add(1, 2, port, "join", "2");
        ranks.WaitForAll();

        Assert.Contains($"See whether rank 0 runs and serves 127.0.0.1:{port}", ranks[0].Reported("refused"));
    }

    [Theory]
    [InlineData("RANK", null, "the environment variable RANK is not set")]
    [InlineData("RANK", "one", "RANK is \"one\", which is no number")]
    [InlineData("RANK", "2", "the rank 2 of 2 processes is out of range")]
    [InlineData("WORLD_SIZE", "0", "the rank 0 of 0 processes is out of range")]
    [InlineData("MASTER_PORT", "99999", "99999 is no port")]
    [InlineData("MASTER_ADDR", null, "the environment variable MASTER_ADDR is not set")]
    public void A_wrong_variable_is_named(string name, string? value, string expected)
    {
        var variables = RankProcesses.Variables(0, 2, 29500);
        variables[name] = value;
        using var ranks = new RankProcesses();
        ranks.Add(variables, "join", "5");
        ranks.WaitForAll();

        Assert.StartsWith("ArgumentException", ranks[0].Reported("refused"));
        Assert.Contains(expected, ranks[0].Reported("refused"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_rank_that_is_killed_ends_the_collective_of_the_other_with_its_name(int victim)
    {
        using var ranks = RankProcesses.Start(2, "wait_for_death");
        foreach (var rank in ranks.All)
        {
            rank.WaitForLine("ready", RankProcesses.Limit);
        }

        var other = ranks[1 - victim];
        ranks[victim].Kill();
        other.WaitForEnd(TimeSpan.FromSeconds(30));

        Assert.StartsWith($"[{victim}] {1 - victim} rank {1 - victim} of 2: all_reduce(Float32[1000], SUM)", other.Reported("lost"));
        Assert.EndsWith($"rank {victim} (process {ranks[victim].Id}) has ended.", other.Reported("lost"));
    }
}
