using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Bindings.Tests.Data;

/// <summary>Draws against Python's (tests/golden/data/write_samplers.py).</summary>
public class SamplerTests
{
    private static readonly JsonElement Golden = OracleFile.Read("data", "samplers.json");
    private static readonly Numbers Twenty = new(20);

    [Fact]
    public void Random_orders_are_Pythons()
    {
        using var seed = manual_seed(5);
        var sampler = new RandomSampler(Twenty);
        Assert.Equal(Lists("random_default"), [sampler.ToArray(), sampler.ToArray()]);
        using var own = new Generator(7, CPU);
        Assert.Equal(List("random_generator"), new RandomSampler(Twenty, generator: own));
        Seed();
        Assert.Equal(List("random_more"), new RandomSampler(Twenty, num_samples: 50));
        Seed();
        Assert.Equal(List("random_replacement"), new RandomSampler(Twenty, replacement: true, num_samples: 70));
        Seed();
        Assert.Equal(List("subset"), new SubsetRandomSampler([3, 1, 4, 1, 5, 9, 2, 6]));
    }

    [Fact]
    public void Weighted_draws_are_Pythons()
    {
        Seed();
        Assert.Equal(List("weighted"), new WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 12));
        Seed();
        Assert.Equal(List("weighted_once"), new WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement: false));
    }

    [Theory]
    [InlineData(false, "batches", 3)]
    [InlineData(true, "batches_dropped", 2)]
    public void Batches_are_Pythons(bool drop, string golden, int count)
    {
        var sampler = new BatchSampler(new SequentialSampler(new Numbers(10)), 4, drop);

        Assert.Equal(Lists(golden), sampler);
        Assert.Equal(count, sampler.Count);
    }

    [Fact]
    public void Splits_are_Pythons()
    {
        using var first = new Generator(42, CPU);
        using var second = new Generator(42, CPU);

        Assert.Equal(Lists("split"), random_split(Twenty, [12L, 5L, 3L], first).Select(part => part.indices));
        Assert.Equal(Lists("split_fractions"), random_split(Twenty, [0.35, 0.35, 0.3], second).Select(part => part.indices));
    }

    [Fact]
    public void Shuffling_loaders_give_Pythons_batches_epoch_after_epoch()
    {
        Seed();
        var loader = DataLoader(Twenty, samples => samples.ToArray(), batch_size: 6, shuffle: true);
        Assert.Equal(Epochs("loader_default"), [loader.ToArray(), loader.ToArray()]);
        using var own = new Generator(3, CPU);
        var generated = DataLoader(Twenty, samples => samples.ToArray(), batch_size: 6, shuffle: true, drop_last: true, generator: own,
            num_workers: 3);
        Assert.Equal(Epochs("loader_generator"), [generated.ToArray(), generated.ToArray()]);
    }

    [Fact]
    public void Wrong_splits_and_sizes_are_told()
    {
        Assert.Throws<ArgumentException>(() => random_split(Twenty, [12L, 5L]));
        Assert.Throws<ArgumentException>(() => random_split(Twenty, [0.5, 0.6]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomSampler(new Numbers(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchSampler([1], 0));
    }

    [Fact]
    public void Any_split_is_a_partition()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            long[] lengths = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (long)random.Next(20))];
            var whole = new Numbers(lengths.Sum());
            var parts = random_split(whole, lengths);
            Assert.Equal(lengths, parts.Select(part => part.Count));
            Assert.Equal(Enumerable.Range(0, (int)whole.Count).Select(index => (long)index), parts.SelectMany(part => part.indices).Order());
            if (whole.Count > 0)
            {
                var chain = new ConcatDataset<long>(parts);
                Assert.Equal(parts.SelectMany(part => part.indices), Enumerable.Range(0, (int)chain.Count).Select(index => chain.GetTensor(index)));
            }
        }
    }

    private static void Seed() => manual_seed(5).Dispose();

    private static long[] List(string name) => [.. Golden.GetProperty(name).EnumerateArray().Select(item => item.GetInt64())];

    private static long[][] Lists(string name) => Rows(Golden.GetProperty(name));

    private static long[][][] Epochs(string name) => [.. Golden.GetProperty(name).EnumerateArray().Select(Rows)];

    private static long[][] Rows(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetInt64()).ToArray())];
}
