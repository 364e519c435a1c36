using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.FabricTests;

/// <summary>The same loop by one process and by two, the second of which is started by the first.</summary>
public sealed class SharedLoopTests(SharedLoopTests.Runs runs) : IClassFixture<SharedLoopTests.Runs>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Two_processes_reach_the_weights_of_one_on_the_joint_batch(int rank)
    {
        var weights = Numbers($"weights of rank {rank}");

        Assert.Equal(runs.Alone.Length, weights.Length);
        Assert.All(runs.Alone.Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.Equal(runs.Shared.Reported("weights of rank 0"), runs.Shared.Reported($"weights of rank {rank}"));
    }

    [Fact]
    public void Gradients_are_averaged_with_the_last_batch_of_a_window_and_not_before()
    {
        Assert.Equal(runs.Shared.Reported("gradients of rank 0"), runs.Shared.Reported("gradients of rank 1"));
        Assert.NotEqual(runs.Shared.Reported("quiet gradients of rank 0"), runs.Shared.Reported("quiet gradients of rank 1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Values_and_tensors_are_exchanged(int rank)
    {
        Assert.Equal("15 3 32 3 1.5 2 2,2 20 Int64:1,2,3,4 from 1 3", runs.Shared.Reported($"exchange of rank {rank}"));
        Assert.Equal("32", runs.Shared.Reported($"whole of rank {rank}"));
        Assert.Equal("2", runs.Shared.Reported($"teacher of rank {rank}"));
    }

    [Fact]
    public void Gradients_flow_back_through_what_was_gathered()
    {
        Assert.Equal("3 6", runs.Shared.Reported("gathered gradient of rank 0"));
        Assert.Equal("9 12", runs.Shared.Reported("gathered gradient of rank 1"));
    }

    [Fact]
    public void The_first_goes_first_and_prints_and_logs_alone()
    {
        Assert.Equal(("False", "True"), (runs.Shared.Reported("order of rank 0"), runs.Shared.Reported("order of rank 1")));
        Assert.Equal(["printed once, by rank 0"], runs.Shared.Lines.Where(line => line.StartsWith("printed once", StringComparison.Ordinal)));
        var file = Assert.Single(Directory.GetFiles(runs.Folder.File("shared"), "metrics.csv", SearchOption.AllDirectories));
        Assert.Equal(File.ReadAllLines(Directory.GetFiles(runs.Folder.File("alone"), "metrics.csv", SearchOption.AllDirectories).Single()), File.ReadAllLines(file));
    }

    [Fact]
    public void Shuffled_samples_are_shared_anew_in_each_epoch()
    {
        int[] Samples(string epoch, int rank) => [.. runs.Shared.Reported($"{epoch} samples of rank {rank}").Split(' ').Select(int.Parse)];

        foreach (var epoch in (string[])["first", "second"])
        {
            Assert.Equal(Enumerable.Range(0, 32), Samples(epoch, 0).Concat(Samples(epoch, 1)).Order());
        }

        Assert.NotEqual(Samples("first", 0), Samples("second", 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_checkpoint_comes_back_everywhere_and_a_failure_to_write_is_known_everywhere(int rank)
    {
        Assert.Equal("True 0", runs.Shared.Reported($"came back on rank {rank}"));
        Assert.Contains("below.ckpt", runs.Shared.Reported($"not written on rank {rank}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Backward_without_a_module_that_is_shared_is_refused(int rank) =>
        Assert.Contains("before the module was set up", runs.Shared.Reported($"refused on rank {rank}"), StringComparison.Ordinal);

    [Fact]
    public void Ranks_that_a_launcher_starts_do_the_same()
    {
        using var folder = new TemporaryFolder();
        using var ranks = RankProcesses.Run(2, "fabric", folder.Path);

        foreach (var rank in (int[])[0, 1])
        {
            Assert.Equal(runs.Shared.Reported($"weights of rank {rank}"), ranks[rank].Reported($"weights of rank {rank}"));
        }
    }

    [Fact]
    public void When_the_second_process_fails_both_end_and_its_error_is_shown()
    {
        using var ranks = new RankProcesses();
        var first = ranks.Add(new Dictionary<string, string?>(), "fabric-crash");
        first.WaitForEnd(RankProcesses.Limit);

        Assert.NotEqual(0, first.ExitCode);
        Assert.Contains("the second rank's data are rotten", first.Text, StringComparison.Ordinal);
        Assert.Contains("rank 1", first.Text, StringComparison.OrdinalIgnoreCase);
    }

    private double[] Numbers(string name) => [.. runs.Shared.Reported(name).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    /// <summary>Both loops, run once.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly RankProcesses _processes = new();

        public Runs()
        {
            Directory.CreateDirectory(Folder.File("shared"));
            Alone = SharedLoop.Run(Folder.File("alone"), "auto", devices: 1);
            Shared = _processes.Add(new Dictionary<string, string?> { ["PL_GLOBAL_SEED"] = null }, "fabric", Folder.File("shared"));
            _processes.WaitForAll();
            Assert.True(Shared.ExitCode == 0, Shared.Text);
        }

        internal TemporaryFolder Folder { get; } = new();

        internal double[] Alone { get; }

        internal RankProcess Shared { get; }

        public void Dispose()
        {
            _processes.Dispose();
            Folder.Dispose();
        }
    }
}
