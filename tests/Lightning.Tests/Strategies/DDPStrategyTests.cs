using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.Strategies;

/// <summary>The same training by one process and by two: the second started by the first, or both by a launcher.</summary>
public sealed class DDPStrategyTests(DDPStrategyTests.Runs runs) : IClassFixture<DDPStrategyTests.Runs>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Two_processes_reach_the_weights_of_one_on_the_joint_batch(int rank)
    {
        var weights = Numbers($"weights of rank {rank}");

        Assert.Equal(runs.Alone.Weights.Length, weights.Length);
        Assert.All(runs.Alone.Weights.Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Metrics_are_those_of_one_process_and_no_sample_counts_twice(int rank)
    {
        var numbers = Numbers($"numbers of rank {rank}");

        Assert.Equal(runs.Alone.ValidationLoss, numbers[0], 1e-5);
        Assert.Equal(9, numbers[1]);
        Assert.Equal(runs.Alone.TestLoss, numbers[2], 1e-5);
        Assert.Equal(runs.Alone.Epochs, numbers[3]);
    }

    [Fact]
    public void Each_tested_sample_is_seen_by_one_process()
    {
        Assert.Equal("200 202 204 206 208", runs.Shared.Reported("samples of rank 0"));
        Assert.Equal("201 203 205 207", runs.Shared.Reported("samples of rank 1"));
    }

    [Fact]
    public void Both_evaluate_with_the_first_ones_running_means() =>
        Assert.Equal(runs.Shared.Reported("running mean of rank 0"), runs.Shared.Reported("running mean of rank 1"));

    [Fact]
    public void Synchronized_batch_normalization_is_that_of_the_joint_batch()
    {
        using var folder = new TemporaryFolder();
        var before = torch.get_num_threads();
        var alone = SharedFit.Run(folder.File("alone"), "auto", devices: 1, normalized: true);
        torch.set_num_threads(before);
        using var ranks = RankProcesses.Run(2, "fit-normalized", folder.Path);

        foreach (var rank in (int[])[0, 1])
        {
            var weights = ranks[rank].Reported($"weights of rank {rank}").Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(alone.Weights.Length, weights.Length);
            Assert.All(alone.Weights.Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }

        Assert.Equal(ranks[0].Reported("running mean of rank 0"), ranks[1].Reported("running mean of rank 1"));
    }

    [Fact]
    public void Both_name_the_one_checkpoint_that_is_there()
    {
        var path = runs.Shared.Reported("checkpoint of rank 0");

        Assert.Equal(path, runs.Shared.Reported("checkpoint of rank 1"));
        Assert.Equal([path], Directory.GetFiles(runs.Folder.File("shared"), "*.ckpt"));
        Assert.Equal(Path.GetFileName(runs.Alone.Checkpoint), Path.GetFileName(path));
    }

    [Fact]
    public void The_first_rank_alone_writes_logs_and_prints()
    {
        var file = Assert.Single(Directory.GetFiles(runs.Folder.File("shared"), "metrics.csv", SearchOption.AllDirectories));
        var alone = Assert.Single(Directory.GetFiles(runs.Folder.File("alone"), "metrics.csv", SearchOption.AllDirectories));

        Assert.Equal(Cells(alone).Length, Cells(file).Length);
        Assert.All(Cells(alone).Zip(Cells(file)), pair => Assert.True(
            pair.First == pair.Second || Math.Abs(double.Parse(pair.First, CultureInfo.InvariantCulture) - double.Parse(pair.Second, CultureInfo.InvariantCulture)) < 1e-5,
            $"{pair.First} is not {pair.Second}"));
        Assert.Single(runs.Shared.Lines, line => line.StartsWith("printed once", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_strategy_exchanges_values(int rank)
    {
        var share = Math.Max(1, Environment.ProcessorCount / 2);

        Assert.Equal($"2 6 1.5 2 True False {share}", runs.Shared.Reported($"strategy of rank {rank}"));
    }

    [Fact]
    public void Ranks_that_a_launcher_starts_do_the_same()
    {
        using var folder = new TemporaryFolder();
        using var ranks = RankProcesses.Run(2, "fit", folder.Path);

        foreach (var rank in (int[])[0, 1])
        {
            Assert.Equal(runs.Shared.Reported($"weights of rank {rank}"), ranks[rank].Reported($"weights of rank {rank}"));
            Assert.Equal(runs.Shared.Reported($"numbers of rank {rank}"), ranks[rank].Reported($"numbers of rank {rank}"));
        }
    }

    private static string[] Cells(string file) => [.. File.ReadAllText(file).Split([',', '\n'])];

    private double[] Numbers(string name) => [.. runs.Shared.Reported(name).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    /// <summary>Both trainings, run once.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly RankProcesses _processes = new();

        public Runs()
        {
            Directory.CreateDirectory(Folder.File("shared"));
            var before = torch.get_num_threads();
            Alone = SharedFit.Run(Folder.File("alone"), "auto", devices: 1);
            torch.set_num_threads(before);
            Shared = _processes.Add(new Dictionary<string, string?> { ["PL_GLOBAL_SEED"] = null }, "fit", Folder.File("shared"));
            _processes.WaitForAll();
            Assert.True(Shared.ExitCode == 0, Shared.Text);
        }

        internal TemporaryFolder Folder { get; } = new();

        internal SharedFit.Result Alone { get; }

        internal RankProcess Shared { get; }

        public void Dispose()
        {
            _processes.Dispose();
            Folder.Dispose();
        }
    }
}
