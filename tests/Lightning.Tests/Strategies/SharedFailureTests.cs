using Torchlight.Tests.Processes;

namespace Lightning.Tests.Strategies;

/// <summary>What several processes leave when one of them fails, and how the next run goes on from it.</summary>
public sealed class SharedFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_process_writes_its_part_and_the_next_run_ends_as_an_unbroken_one()
    {
        Fail();
        Assert.True(File.Exists(_folder.File("on_exception.ckpt")));
        Assert.True(File.Exists(_folder.File("on_exception.ckpt.rank1")));

        using var resumed = RankProcesses.Run(2, "shared-failure", _folder.Path, "resumed");
        using var other = new TemporaryFolder();
        using var whole = RankProcesses.Run(2, "shared-failure", other.Path, "whole");
        foreach (var rank in (int[])[0, 1])
        {
            Assert.Equal(whole[rank].Reported("weights"), resumed[rank].Reported("weights"));
            Assert.Equal("14", resumed[rank].Reported("steps"));
        }

        Assert.Empty(Directory.GetFiles(_folder.Path, "on_exception*"));
        Assert.DoesNotContain("other random numbers", resumed[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_part_is_missing_the_run_goes_on_at_the_same_place_and_says_so()
    {
        Fail();
        File.Delete(_folder.File("on_exception.ckpt.rank1"));
        using var resumed = RankProcesses.Run(2, "shared-failure", _folder.Path, "resumed");

        Assert.Equal("14", resumed[0].Reported("steps"));
        Assert.Contains("other random numbers", resumed[0].Text, StringComparison.Ordinal);
    }

    private void Fail()
    {
        using var failing = RankProcesses.Start(2, "shared-failure", _folder.Path, "failing");
        failing.WaitForAll();
        Assert.All(failing.All, rank => Assert.NotEqual(0, rank.ExitCode));
        Assert.Contains("the batch is rotten", failing[1].Text, StringComparison.Ordinal);
    }
}
