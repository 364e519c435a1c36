using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchtext.data;

namespace Text.Tests.Data;

/// <summary>Texts of unequal lengths as batches, alone and through a loader.</summary>
public class PaddedCollationTests
{
    [Fact]
    public void Shorter_texts_are_filled_up_and_longer_ones_cut()
    {
        using var scope = NewDisposeScope();
        var (tokens, lengths, labels) = new PaddedCollation(9, max_length: 3).call([([1L, 2], 0L), ([], 1L), ([3L, 4, 5, 6], 2L)]);
        Assert.Equal([3, 3], tokens.shape);
        Assert.Equal([1, 2, 9, 9, 9, 9, 3, 4, 5], tokens.data<long>().ToArray());
        Assert.Equal([2, 0, 3], lengths.data<long>().ToArray());
        Assert.Equal([0, 1, 2], labels.data<long>().ToArray());

        var (wide, own) = new PaddedCollation(min_length: 4).call([[7L], [8L, 8]]);
        Assert.Equal([7, 0, 0, 0, 8, 8, 0, 0], wide.data<long>().ToArray());
        Assert.Equal([1, 2], own.data<long>().ToArray());
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaddedCollation(max_length: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaddedCollation(min_length: 5, max_length: 4));
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new PaddedCollation().call(Array.Empty<long[]>())).Message);
        Assert.Contains("Text 1", Assert.Throws<ArgumentException>(() => new PaddedCollation().call([[1L], null!])).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_loader_gives_the_same_padded_batches_whatever_its_workers(int workers)
    {
        using var scope = NewDisposeScope();
        (long[] tokens, long label)[] samples =
            [.. Enumerable.Range(0, 57).Select(i => (Enumerable.Repeat((long)i, (i % 7) + 1).ToArray(), i % 2L))];
        var dataset = functional.to_map_style_dataset(samples);
        int[] lengths = [.. samples.Select(sample => sample.tokens.Length)];
        using var drawn = new Generator(11UL, CPU);
        using var loader = torch.utils.data.DataLoader(dataset, new PaddedCollation(-1).call, num_workers: workers,
            batch_sampler: new BucketBatchSampler(lengths, 8, generator: drawn));

        var seen = new List<long>();
        foreach (var (tokens, counts, labels) in loader)
        {
            Assert.Equal(tokens.shape[1], counts.max().item<long>());
            Assert.Equal(tokens.ne(-1).sum(1).data<long>().ToArray(), counts.data<long>().ToArray());
            Assert.Equal(labels.data<long>().ToArray(), tokens[TensorIndex.Colon, 0].data<long>().ToArray().Select(text => text % 2));
            seen.AddRange(tokens[TensorIndex.Colon, 0].data<long>().ToArray());
        }
        Assert.Equal(Enumerable.Range(0, 57).Select(i => (long)i), seen.Order());
        using var again = new Generator(11UL, CPU);
        Assert.Equal(new BucketBatchSampler(lengths, 8, generator: again).SelectMany(batch => batch), seen);
    }
}
