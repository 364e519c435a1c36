using TransferLearning.Pictures;

namespace TransferLearning.Tests.Pictures;

/// <summary>The target classes must differ by form and texture: what goes by colour alone stays near chance, which is 1 in 6.</summary>
public class ColourBaselineTests
{
    private const int Size = 48;
    private const int ForTraining = 60;
    private const int ForTest = 30;
    private const double Bound = 0.34;

    [Fact]
    public void The_nearest_mean_colour_tells_little() => Assert.InRange(Accuracy(MeanColour), 0.05, Bound);

    [Fact]
    public void The_nearest_colour_histogram_tells_little() => Assert.InRange(Accuracy(Histogram), 0.05, Bound);

    /// <summary>Share of test pictures whose features lie nearest to the mean features of their own class.</summary>
    private static double Accuracy(Func<byte[], double[]> features)
    {
        var classes = Catalogue.Target;
        var centres = classes.Select(category => Centre(Features(category, 0, ForTraining, features))).ToArray();
        var right = 0;
        for (var label = 0; label < classes.Count; label++)
        {
            right += Features(classes[label], ForTraining, ForTest, features).Count(one => Nearest(centres, one) == label);
        }

        return right / (double)(classes.Count * ForTest);
    }

    private static double[][] Features(Category category, int first, int count, Func<byte[], double[]> features)
    {
        var result = new double[count][];
        Parallel.For(0, count, i => result[i] = features(Studio.Take(category, 1, first + i, Size)));
        return result;
    }

    private static double[] Centre(double[][] all) => [.. Enumerable.Range(0, all[0].Length).Select(i => all.Average(one => one[i]))];

    private static int Nearest(double[][] centres, double[] one) =>
        Enumerable.Range(0, centres.Length).MinBy(c => one.Zip(centres[c], (a, b) => (a - b) * (a - b)).Sum());

    private static double[] MeanColour(byte[] planes) =>
        [.. Enumerable.Range(0, 3).Select(channel => planes.Skip(channel * Size * Size).Take(Size * Size).Average(value => value / 255.0))];

    // Four levels to a channel, 64 colours in all.
    private static double[] Histogram(byte[] planes)
    {
        var counts = new double[64];
        for (var i = 0; i < Size * Size; i++)
        {
            counts[((planes[i] >> 6) << 4) | ((planes[i + (Size * Size)] >> 6) << 2) | (planes[i + (2 * Size * Size)] >> 6)] += 1.0 / (Size * Size);
        }

        return counts;
    }
}
