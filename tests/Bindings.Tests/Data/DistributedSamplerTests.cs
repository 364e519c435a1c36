using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch.utils.data.distributed;

namespace Bindings.Tests.Data;

/// <summary>Shares against Python's (tests/golden/distributed/write_sampler.py).</summary>
public class DistributedSamplerTests
{
    private static readonly JsonElement[] Cases =
        [.. OracleFile.Read("distributed", "sampler.json").EnumerateArray()];

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_rank_gets_Pythons_indices(int number)
    {
        var golden = Cases[number];
        var data = new Numbers(golden.GetProperty("size").GetInt64());
        var replicas = golden.GetProperty("replicas").GetInt32();
        for (var rank = 0; rank < replicas; rank++)
        {
            var sampler = new DistributedSampler(
                data, replicas, rank, golden.GetProperty("shuffle").GetBoolean(), golden.GetProperty("seed").GetInt64(), golden.GetProperty("drop_last").GetBoolean());
            sampler.set_epoch(golden.GetProperty("epoch").GetInt64());
            var expected = golden.GetProperty("ranks")[rank].EnumerateArray().Select(index => index.GetInt64()).ToArray();

            Assert.Equal(expected, sampler);
            Assert.Equal(expected.Length, sampler.Count);
        }
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, -1)]
    [InlineData(0, 0)]
    public void A_rank_that_cannot_be_is_refused(int replicas, int rank) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DistributedSampler(new Numbers(4), replicas, rank));

    [Fact]
    public void Without_a_group_the_numbers_have_to_be_passed() =>
        Assert.Contains("init_process_group", Assert.Throws<InvalidOperationException>(() => new DistributedSampler(new Numbers(4))).Message);

    [Fact]
    public void Processes_that_are_seeded_alike_transform_their_samples_differently()
    {
        var draws = Enumerable.Range(0, 2).Select(rank =>
        {
            using var seed = torch.manual_seed(3);
            using var loader = torch.utils.data.DataLoader(new Draws(), batch_size: 2, sampler: new DistributedSampler(new Numbers(4), 2, rank, shuffle: false));
            return loader.SelectMany(batch => batch.data<float>().ToArray()).ToArray();
        }).ToArray();

        Assert.Equal(4, draws.SelectMany(values => values).Distinct().Count());
    }

    [Fact]
    public void Nothing_is_shared_of_an_empty_dataset() => Assert.Empty(new DistributedSampler(new Numbers(0), 2, 1));

    /// <summary>Samples that are drawn, as a random transform draws.</summary>
    private sealed class Draws : torch.utils.data.Dataset<torch.Tensor>
    {
        public override long Count => 4;

        public override torch.Tensor GetTensor(long index) => torch.rand(1, generator: torch.random.Current);
    }
}
