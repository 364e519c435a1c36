using System.Diagnostics;
using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.Cli;

/// <summary>How a program that is a command line ends: its exit code, and one message without a stack trace.</summary>
public sealed class ProcessTests
{
    private static readonly Dictionary<string, string?> NoVariables = new() { ["OMP_NUM_THREADS"] = "1", ["PL_GLOBAL_SEED"] = null };

    [Fact]
    public void A_wrong_line_ends_with_2_and_one_message()
    {
        using var process = Run("fit", "--model.lr=1", "--trainer.max_epoch=3");
        Assert.Equal((2, "--trainer.max_epoch is unknown. Did you mean --trainer.max_epochs?"), (process.ExitCode, process.Text.Trim()));
    }

    [Fact]
    public void Settings_that_contradict_each_other_end_with_2()
    {
        using var process = Run("fit", "--model.lr=1", "--seed_everything=false", "--trainer.barebones=true", "--trainer.profiler=simple");
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("barebones", Assert.Single(process.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_and_a_run_that_went_well_end_with_0()
    {
        using var help = Run("--help");
        Assert.Equal(0, help.ExitCode);
        Assert.StartsWith("usage: ", help.Text, StringComparison.Ordinal);

        using var folder = new TemporaryFolder();
        using var run = Run("fit", "--model.lr=0.01", "--trainer.max_epochs=1", $"--trainer.default_root_dir={folder.Path}");
        Assert.True(run.ExitCode == 0, run.Text);
        Assert.Contains("Seed set to 0", run.Lines);
        Assert.Contains("config.yaml", folder.Files);
    }

    [Theory]
    [InlineData("INT", 1, "Ctrl-C")]
    [InlineData("TERM", 143, "SIGTERM")]
    public void An_interrupted_run_ends_with_its_code(string signal, int code, string name)
    {
        using var folder = new TemporaryFolder();
        using var ranks = new RankProcesses();
        var process = ranks.Add(
            NoVariables, "cli", "fit", "--model.lr=0.01", "--trainer.max_epochs=-1", "--trainer.limit_val_batches=0", "--trainer.enable_checkpointing=false",
            $"--trainer.default_root_dir={folder.Path}");
        process.WaitForLine("training 0 of 1", RankProcesses.Limit);
        using (var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        process.WaitForEnd(RankProcesses.Limit);
        Assert.True(process.ExitCode == code, process.Text);
        Assert.Contains($"interrupted by {name}", process.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_processes_read_the_same_line()
    {
        using var folder = new TemporaryFolder();
        using var process = Run(
            "fit", "--model.lr=0.01", "--trainer.max_epochs=1", "--trainer.devices=2", "--trainer.strategy=ddp", "--trainer.enable_checkpointing=false",
            "--data.batches=8", $"--trainer.default_root_dir={folder.Path}");

        Assert.True(process.ExitCode == 0, process.Text);
        Assert.Contains(process.Lines, line => line.StartsWith("training 0 of 2", StringComparison.Ordinal));
        Assert.Contains(process.Lines, line => line.StartsWith("training 1 of 2", StringComparison.Ordinal));
        Assert.Single(process.Lines, line => line.StartsWith("Seed set to", StringComparison.Ordinal));
        Assert.Contains("config.yaml", folder.Files);
    }

    private static RankProcess Run(params string[] args)
    {
        var process = new RankProcess("dotnet", [typeof(ProcessTests).Assembly.Location, "cli", .. args], NoVariables);
        process.WaitForEnd(RankProcesses.Limit);
        return process;
    }
}
