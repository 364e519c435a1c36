using System.Globalization;
using Torchlight.Tests.Processes;

namespace Bindings.Tests.Distributed;

/// <summary>DistributedDataParallel on two ranks, beside one process on the joint batch.</summary>
public sealed class DataParallelTests(DataParallelTests.TwoRanks ranks) : IClassFixture<DataParallelTests.TwoRanks>
{
    [Theory]
    [InlineData("gradients")]
    [InlineData("small buckets")]
    [InlineData("bucket views")]
    [InlineData("searching")]
    [InlineData("accumulated")]
    public void Gradients_and_steps_are_those_of_one_process_on_the_joint_batch(string name) =>
        Assert.All(ranks.All, rank => Assert.InRange(double.Parse(rank.Reported(name), CultureInfo.InvariantCulture), 0, 1e-6));

    [Fact]
    public void The_state_dictionary_has_the_prefix_module() =>
        Assert.Equal(
            "module.in.weight module.in.bias module.mid.weight module.mid.bias module.out.weight module.out.bias",
            ranks.All[1].Reported("gradients: keys"));

    [Fact]
    public void A_parameter_that_one_rank_uses_gets_its_gradient_on_both() =>
        Assert.All(ranks.All, rank => Assert.Equal("True True", rank.Reported("unused")));

    [Fact]
    public void Inside_no_sync_gradients_stay_on_their_rank() =>
        Assert.All(ranks.All, rank => Assert.Equal("False", rank.Reported("not yet averaged")));

    [Fact]
    public void Buffers_become_rank_zeros_with_the_next_pass() => Assert.All(ranks.All, rank =>
    {
        Assert.Equal("False", rank.Reported("buffers differ"));
        Assert.Equal("True", rank.Reported("buffers agree"));
    });

    [Fact]
    public void Different_models_are_an_error_on_every_rank_that_says_where()
    {
        Assert.Contains("another rank's module differ", ranks.All[0].Reported("mismatch"));
        Assert.Contains("params[0] in this process with sizes [3, 2]", ranks.All[1].Reported("mismatch"));
    }

    [Fact]
    public void A_frozen_module_is_refused() => Assert.Contains("no parameter of the module collects a gradient", ranks.All[0].Reported("frozen"));

    /// <summary>The run that all tests look at.</summary>
    public sealed class TwoRanks : IDisposable
    {
        private readonly RankProcesses _ranks = RankProcesses.Run(2, "data_parallel");

        internal IReadOnlyList<RankProcess> All => _ranks.All;

        public void Dispose() => _ranks.Dispose();
    }
}
