using Torchlight.Tests.Processes;

namespace Bindings.Tests.Distributed;

/// <summary>Three ranks run every collective once; each result is looked at on every rank.</summary>
public sealed class CollectiveTests(CollectiveTests.ThreeRanks ranks) : IClassFixture<CollectiveTests.ThreeRanks>
{
    [Theory]
    [InlineData("all_reduce SUM", "6 27")]
    [InlineData("all_reduce PRODUCT", "6 720")]
    [InlineData("all_reduce MIN", "1 8")]
    [InlineData("all_reduce MAX", "3 10")]
    [InlineData("all_reduce BAND", "0 7")]
    [InlineData("all_reduce BOR", "3 7")]
    [InlineData("all_reduce BXOR", "0 7")]
    [InlineData("all_reduce of Float32", "6 6")]
    [InlineData("all_reduce of Int8", "6 6")]
    [InlineData("all_reduce of Byte", "6 6")]
    [InlineData("all_reduce of Int32", "6 6")]
    [InlineData("all_reduce complex", "6 -3 6 -3")]
    [InlineData("all_reduce empty", "0")]
    [InlineData("all_reduce later", "3 3 3 True")]
    [InlineData("broadcast", "1 1")]
    [InlineData("all_gather", "0 0 1 1 2 2")]
    [InlineData("all_gather_into_tensor", "0 0 0 0 1 1 1 1 2 2 2 2")]
    [InlineData("broadcast_object_list", "päth/last.ckpt 42 1.5 True 1-255")]
    [InlineData("all_gather_object", "|xx|xxxx")]
    [InlineData("initialized afterwards", "False")]
    public void Every_rank_has(string operation, string expected) =>
        Assert.All(ranks.All, rank => Assert.Equal(expected, rank.Reported(operation)));

    [Theory]
    [InlineData("identity", "0 3 gloo True", "1 3 gloo True", "2 3 gloo True")]
    [InlineData("reduce", "elsewhere", "elsewhere", "6 6")]
    [InlineData("gather", "5 6 7", "elsewhere", "elsewhere")]
    [InlineData("scatter", "7", "8", "9")]
    [InlineData("reduce_scatter", "3 3", "33 33", "63 63")]
    [InlineData("recv", "2 2 2", "0 40 40", "sent")]
    [InlineData("group", "0 2", "-1 -1", "1 2")]
    [InlineData("group sum", "4", "2", "4")]
    public void The_ranks_have(string operation, params string[] expected) =>
        Assert.Equal(expected, ranks.All.Select(rank => rank.Reported(operation)));

    [Fact]
    public void A_tensor_among_objects_is_refused_with_what_to_use() =>
        Assert.Contains("tensors travel with broadcast and all_gather", ranks.All[0].Reported("refused"));

    [Fact]
    public void A_rank_outside_a_group_is_told_so() => Assert.Contains("is not in the group", ranks.All[1].Reported("outside"));

    /// <summary>The run that all tests look at.</summary>
    public sealed class ThreeRanks : IDisposable
    {
        private readonly RankProcesses _ranks = RankProcesses.Run(3, "collectives");

        internal IReadOnlyList<RankProcess> All => _ranks.All;

        public void Dispose() => _ranks.Dispose();
    }
}
