using Torchlight.Drawing;

namespace Vision.Tests.Drawing;

public class AxisTicksTests
{
    [Theory]
    [InlineData(0.0, 1.0, 5, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0.03, 2.13, 6, "0.0 0.5 1.0 1.5 2.0 2.5")]
    [InlineData(-1.2, 3.4, 5, "-2 -1 0 1 2 3 4")]
    [InlineData(0.0, 0.09, 4, "0.000 0.025 0.050 0.075 0.100")]
    [InlineData(0.0, 48000.0, 5, "0 10k 20k 30k 40k 50k")]
    [InlineData(0.0, 3e6, 3, "0 1M 2M 3M")]
    [InlineData(5.0, 5.0, 5, "2 3 4 5 6 7 8")]
    public void Marks_are_round_and_reach_past_the_values(double low, double high, int count, string expected) =>
        Assert.Equal(expected, string.Join(' ', AxisTicks.Linear(low, high, count).Labels));

    [Theory]
    [InlineData(0.0, 4.0, 10, "0 1 2 3 4")]
    [InlineData(0.0, 19.0, 8, "0 5 10 15")]
    [InlineData(1.0, 1.0, 8, "1")]
    public void Whole_numbers_have_no_marks_between_them_and_none_outside(double low, double high, int count, string expected) =>
        Assert.Equal(expected, string.Join(' ', AxisTicks.Linear(low, high, count, whole: true, widen: false).Labels));

    [Theory]
    [InlineData(1e-6, 1e-3, 6, "10⁻⁶ 10⁻⁵ 10⁻⁴ 0.001")]
    [InlineData(0.2, 30.0, 6, "0.1 1 10 100")]
    [InlineData(2.0, 8.0, 6, "1 2 5 10")]
    [InlineData(1e-12, 1.0, 4, "10⁻¹² 10⁻⁸ 10⁻⁴ 1")]
    public void A_logarithmic_axis_marks_powers_of_ten(double low, double high, int count, string expected) =>
        Assert.Equal(expected, string.Join(' ', AxisTicks.Logarithmic(low, high, count).Labels));

    [Fact]
    public void Whatever_the_values_the_marks_are_few_evenly_spaced_and_told_apart()
    {
        var random = new Random(5);
        for (int i = 0; i < 3000; i++)
        {
            double low = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-7, 9));
            double high = low + random.NextDouble() * Math.Pow(10, random.Next(-5, 9));
            int count = random.Next(2, 12);
            AxisTicks ticks = AxisTicks.Linear(low, high, count);

            Assert.InRange(ticks.Values.Count, 2, count + 3);
            Assert.True(ticks.Low <= low + 1e-6 * (high - low) && ticks.High >= high - 1e-6 * (high - low), $"{low} to {high} in {count}");
            double[] steps = [.. ticks.Values.Zip(ticks.Values.Skip(1), (a, b) => b - a)];
            double rounding = ticks.Values.Max(Math.Abs) * 1e-15;
            Assert.All(steps, step => Assert.Equal(steps[0], step, steps[0] * 1e-6 + rounding));
            if (high - low > 1e-3 * Math.Abs(low))
            {
                Assert.Equal(ticks.Labels.Count, ticks.Labels.Distinct().Count());
            }
        }
    }
}
