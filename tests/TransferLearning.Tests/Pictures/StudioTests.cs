using TransferLearning.Pictures;

namespace TransferLearning.Tests.Pictures;

public class StudioTests
{
    private const int Size = 48;

    private static readonly string[] All = [.. Catalogue.Source.Concat(Catalogue.Target).Select(category => category.Name)];

    public static TheoryData<string> Names { get; } = [.. All];

    [Fact]
    public void Source_and_target_share_no_class()
    {
        Assert.Equal(All, All.Distinct());
        Assert.True(Catalogue.Target.Count >= 6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_follows_from_its_seed_and_number(string name)
    {
        var category = Category(name);
        var picture = Studio.Take(category, 7, 3, Size);

        Assert.Equal(picture, Studio.Take(category, 7, 3, Size));
        Assert.NotEqual(picture, Studio.Take(category, 8, 3, Size));
        Assert.NotEqual(picture, Studio.Take(category, 7, 4, Size));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var category = Category("mug");
        var alone = Enumerable.Range(0, 16).Select(i => Studio.Take(category, 1, i, Size)).ToArray();
        var together = new byte[16][];
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Studio.Take(category, 1, i, Size));

        Assert.Equal(alone, together);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pictures_are_neither_black_nor_white_nor_flat(string name)
    {
        for (var number = 0; number < 8; number++)
        {
            var picture = Studio.Take(Category(name), 2, number, Size);
            var mean = picture.Average(value => (double)value);
            var spread = Math.Sqrt(picture.Average(value => (value - mean) * (value - mean)));

            Assert.InRange(mean, 25, 230);
            Assert.InRange(spread, 8, 128);
        }
    }

    private static Category Category(string name) => Catalogue.Source.Concat(Catalogue.Target).Single(category => category.Name == name);
}
