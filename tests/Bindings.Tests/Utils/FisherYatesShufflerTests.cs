using TorchSharp.Utils;

namespace Bindings.Tests.Utils;

public sealed class FisherYatesShufflerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(257)]
    public void Every_number_comes_once(long size) =>
        Assert.Equal(Enumerable.Range(0, (int)size).Select(number => (long)number), new FisherYatesShuffler(size, 3).Order());

    [Fact]
    public void A_seed_gives_the_same_order_each_time_and_another_seed_another()
    {
        var shuffler = new FisherYatesShuffler(100, 5);
        long[] order = [.. shuffler];

        Assert.Equal(order, shuffler);
        Assert.Equal(order, new FisherYatesShuffler(100, 5));
        Assert.NotEqual(order, new FisherYatesShuffler(100, 6));
        Assert.NotEqual(order.Order(), order);
    }

    [Fact]
    public void Orders_of_three_are_all_about_as_frequent()
    {
        var counts = Enumerable.Range(0, 6000)
            .Select(seed => string.Join(' ', new FisherYatesShuffler(3, seed)))
            .CountBy(order => order)
            .ToDictionary();

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void A_huge_size_costs_what_is_taken_of_it()
    {
        long[] first = [.. new FisherYatesShuffler(long.MaxValue, 1).Take(50)];

        Assert.Equal(50, first.Distinct().Count());
        Assert.All(first, number => Assert.InRange(number, 0, long.MaxValue - 1));
    }

    [Fact]
    public void A_negative_size_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new FisherYatesShuffler(-1));
}
