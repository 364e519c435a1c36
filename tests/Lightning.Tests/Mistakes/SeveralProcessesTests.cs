using Torchlight.Tests.Processes;

namespace Lightning.Tests.Mistakes;

/// <summary>Several devices without a word on strategy: where that cannot work it is said, and where it waits too.</summary>
public sealed class SeveralProcessesTests
{
    [Fact]
    public void In_a_program_that_runs_another() => Assert.Equal(
        "Several devices need a process each, made by running this program again, and testhost runs it: it would not run the same code. "
        + "Build a program of its own (dotnet run), start the processes with torchrun, or pass devices: 1.",
        Mistake.Message(() => new Trainer(
            accelerator: "cpu", devices: 2, max_epochs: 1, logger: false, enable_checkpointing: false, enable_progress_bar: false, enable_model_summary: false)
            .fit(new BoringModel())));

    [Fact]
    public void In_a_program_that_asks_before_it_comes_to_the_Trainer()
    {
        using var folder = new TemporaryFolder();
        using var ranks = new RankProcesses();
        var first = ranks.Add(new Dictionary<string, string?>(), "late", folder.Path);
        ranks.WaitForAll();

        Assert.True(first.ExitCode == 0, first.Text);
        Assert.Equal(
            "Of the 1 other process(es) of this run not all have come to fit or launch in 0 s. What stands before it runs in each of them: "
            + "long preparations, or a question on the console, which nobody answers there, hold them up.",
            first.Reported("said"));
        Assert.Equal("1", first.Reported("steps of rank 0"));
        Assert.Equal("1", first.Reported("steps of rank 1"));
    }
}
