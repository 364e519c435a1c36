using SoundClassification.Sounds;

namespace SoundClassification.Tests.Sounds;

public class CatalogueTests
{
    public static TheoryData<string> Names { get; } = [.. Catalogue.All.Select(category => category.Name)];

    [Fact]
    public void There_are_enough_classes_and_no_two_of_a_name() =>
        Assert.True(Catalogue.All.Select(category => category.Name).Distinct().Count() is >= 6 and var count && count == Catalogue.All.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Recordings_are_whole_and_audible_and_the_same_for_the_same_seed(string name)
    {
        var category = Catalogue.All.Single(one => one.Name == name);
        for (var number = 0; number < 20; number++)
        {
            var sound = Studio.Record(category, seed: 3, number);
            Assert.Equal(Studio.Length, sound.Length);
            Assert.All(sound, sample => Assert.True(float.IsFinite(sample) && Math.Abs(sample) <= 1));
            Assert.True(sound.Max(Math.Abs) > 0.1f);
            Assert.Equal(sound, Studio.Record(category, seed: 3, number));
        }

        Assert.NotEqual(Studio.Record(category, 3, 0), Studio.Record(category, 3, 1));
        Assert.NotEqual(Studio.Record(category, 3, 0), Studio.Record(category, 4, 0));
    }

    /// <summary>Loudness and how often the sign changes are what a listener needs no training for; they must not give the class away.</summary>
    [Fact]
    public void Loudness_and_brightness_alone_do_not_tell_the_classes_apart()
    {
        const int PerClass = 40;
        var (train, test) = (new List<(int, double[])>(), new List<(int, double[])>());
        for (var label = 0; label < Catalogue.All.Count; label++)
        {
            for (var number = 0; number < PerClass; number++)
            {
                (number % 2 == 0 ? train : test).Add((label, Describe(Studio.Record(Catalogue.All[label], 1, number))));
            }
        }

        var right = test.Count(sound => Nearest(train, sound.Item2) == sound.Item1);
        Assert.InRange(right / (double)test.Count, 0.05, 0.5);
    }

    private static double[] Describe(float[] sound) =>
    [
        Math.Log(sound.Sum(sample => (double)sample * sample)),
        6.0 * Enumerable.Range(1, sound.Length - 1).Count(i => sound[i] * sound[i - 1] < 0) / sound.Length,
    ];

    private static int Nearest(List<(int Label, double[] About)> known, double[] about) =>
        known.MinBy(other => other.About.Zip(about, (a, b) => (a - b) * (a - b)).Sum()).Label;
}
