using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchtext.data;

namespace Text.Tests.Data;

/// <summary>Batches of nearly equal lengths: every text once an epoch, little padding, the same under a seed.</summary>
public class BucketBatchSamplerTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 1003).Select(text => (text * 37 % 101) + 1)];

    private static long Padding(IEnumerable<IReadOnlyList<long>> batches) =>
        batches.Sum(batch => batch.Sum(text => batch.Max(other => (long)Lengths[other]) - Lengths[text]));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Every_text_comes_once(bool shuffle, bool dropLast)
    {
        var sampler = new BucketBatchSampler(Lengths, 16, shuffle, bucket_batches: 10, drop_last: dropLast);
        var batches = sampler.ToList();
        Assert.Equal(sampler.Count, batches.Count);
        Assert.Equal(dropLast ? 62 : 63, batches.Count);
        var texts = batches.SelectMany(batch => batch).ToList();
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.Equal(dropLast ? 62 * 16 : 1003, texts.Count);
        Assert.Equal(62, batches.Count(batch => batch.Count == 16));
    }

    [Fact]
    public void Little_is_filled_up()
    {
        manual_seed(1);
        var bucketed = Padding(new BucketBatchSampler(Lengths, 16));
        var random = Padding(new torch.utils.data.BatchSampler(new torch.utils.data.RandomSampler(new Sized(Lengths.Length)), 16));
        Assert.True(bucketed * 10 < random, $"{bucketed} against {random} by chance");
    }

    [Fact]
    public void The_same_seed_gives_the_same_batches_and_each_epoch_others()
    {
        List<long[]> Epoch(BucketBatchSampler sampler) => [.. sampler.Select(batch => batch.ToArray())];
        List<long[]> Seeded(long seed)
        {
            manual_seed(seed);
            return Epoch(new BucketBatchSampler(Lengths, 8));
        }
        Assert.Equal(Seeded(7), Seeded(7));
        Assert.NotEqual(Seeded(7), Seeded(8));

        using var one = new Generator(3UL, CPU);
        using var other = new Generator(3UL, CPU);
        var (first, second) = (new BucketBatchSampler(Lengths, 8, generator: one), new BucketBatchSampler(Lengths, 8, generator: other));
        Assert.Equal(Epoch(first), Epoch(second));
        Assert.Equal(Epoch(first), Epoch(second));
        manual_seed(5);
        var unseeded = new BucketBatchSampler(Lengths, 8);
        Assert.NotEqual(Epoch(unseeded), Epoch(unseeded));
    }

    [Fact]
    public void Unshuffled_batches_go_from_short_to_long()
    {
        var order = new BucketBatchSampler([3, 1, 2, 1, 9], 2, shuffle: false).SelectMany(batch => batch);
        Assert.Equal([1, 3, 2, 0, 4], order);
    }

    [Fact]
    public void Settings_are_checked_and_no_text_makes_no_batch()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BucketBatchSampler([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BucketBatchSampler([1], 1, bucket_batches: 0));
        Assert.Contains("text 1", Assert.Throws<ArgumentOutOfRangeException>(() => new BucketBatchSampler([1, -1], 1)).Message);
        Assert.Empty(new BucketBatchSampler([], 4));
    }

    private sealed record Sized(long Count) : torch.utils.data.ISized;
}
