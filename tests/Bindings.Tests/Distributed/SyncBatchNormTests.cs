using System.Globalization;
using Torchlight.Tests.Processes;

namespace Bindings.Tests.Distributed;

/// <summary>Synchronized batch normalization on two ranks, beside one process on the joint batch.</summary>
public sealed class SyncBatchNormTests(SyncBatchNormTests.TwoRanks ranks) : IClassFixture<SyncBatchNormTests.TwoRanks>
{
    [Theory]
    [InlineData("layer")]
    [InlineData("pictures")]
    [InlineData("cumulative")]
    [InlineData("plain")]
    [InlineData("own class")]
    [InlineData("a rank without samples")]
    public void Results_gradients_and_statistics_are_those_of_one_process(string name) =>
        Assert.All(ranks.All, rank => Assert.InRange(double.Parse(rank.Reported(name), CultureInfo.InvariantCulture), 0, 5e-6));

    [Fact]
    public void Converted_layers_print_as_Python_prints_them() => Assert.Equal(
        "SyncBatchNorm(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)", ranks.All[0].Reported("pictures: text"));

    /// <summary>The run that all tests look at.</summary>
    public sealed class TwoRanks : IDisposable
    {
        private readonly RankProcesses _ranks = RankProcesses.Run(2, "sync_batch_norm");

        internal IReadOnlyList<RankProcess> All => _ranks.All;

        public void Dispose() => _ranks.Dispose();
    }
}
