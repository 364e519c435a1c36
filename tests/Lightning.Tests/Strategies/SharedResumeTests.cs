using Torchlight.Tests.Processes;

namespace Lightning.Tests.Strategies;

/// <summary>A checkpoint of two processes holds what each of them needs to go on.</summary>
public sealed class SharedResumeTests
{
    [Fact]
    public void Two_processes_resumed_inside_an_accumulation_window_end_as_the_unbroken_run()
    {
        using var folder = new TemporaryFolder();
        using var whole = RankProcesses.Run(2, "shared-resume", folder.Path, "whole");
        using var resumed = RankProcesses.Run(2, "shared-resume", folder.Path, "resumed");

        foreach (var rank in (int[])[0, 1])
        {
            foreach (var name in (string[])["weights", "next number", "loss"])
            {
                Assert.Equal(whole[rank].Reported($"{name} of rank {rank}"), resumed[rank].Reported($"{name} of rank {rank}"));
            }
        }

        Assert.NotEqual(whole[0].Reported("next number of rank 0"), whole[1].Reported("next number of rank 1"));
    }
}
