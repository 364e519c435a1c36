using Lightning.Metrics;
using TorchSharp.Modules;

namespace Lightning.Tests.Metrics;

/// <summary>The distance over a network of the caller's: what it sees, what is kept, and distances that have a closed form.</summary>
public sealed class FrechetInceptionDistanceTests
{
    [Fact]
    public void The_network_gives_the_features_in_evaluation()
    {
        using var scope = torch.NewDisposeScope();
        var network = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(12, 3), torch.nn.Dropout(0.5));
        using var through = new FrechetInceptionDistance(3, network);
        using var plain = new FrechetInceptionDistance(3);
        through.set_dtype(ScalarType.Float64);
        plain.set_dtype(ScalarType.Float64);
        through.train();
        var linear = (Linear)network[1];
        using var generator = new Generator(4, torch.CPU);
        foreach (var real in (bool[])[true, false])
        {
            var pictures = torch.rand([20, 3, 2, 2], generator: generator).mul(real ? 1 : 2);
            through.update(pictures, real);
            plain.update(linear.call(pictures.flatten(1)), real);
        }

        Assert.Equal(plain.compute().item<double>(), through.compute().item<double>());
        Assert.InRange(plain.compute().item<double>(), 0.01, 100);
    }

    [Fact]
    public void A_set_that_is_moved_is_as_far_away_as_it_was_moved()
    {
        using var metric = new FrechetInceptionDistance(4);
        using var generator = new Generator(5, torch.CPU);
        var features = torch.randn([60, 4], generator: generator);
        metric.update(features, true);
        metric.update(features, false);
        Assert.Equal(0, metric.compute().item<float>(), 1e-5f);

        metric.reset();
        metric.update(features, true);
        metric.update(features.add(torch.tensor(new[] { 3f, 0, 4, 0 })), false);
        Assert.Equal(25, metric.compute().item<float>(), 1e-4f);
    }

    [Fact]
    public void A_set_that_is_stretched_is_as_far_away_as_its_spread_grew()
    {
        // One dimension: variances 1 and 9 about one mean are (3 - 1)² apart.
        using var metric = new FrechetInceptionDistance(1);
        var features = torch.tensor(new float[,] { { -1 }, { 0 }, { 1 } });
        metric.update(features, true);
        metric.update(features.mul(3), false);

        Assert.Equal(4, metric.compute().item<float>(), 1e-5f);
    }

    [Fact]
    public void More_features_than_pictures_still_have_a_distance()
    {
        using var metric = new FrechetInceptionDistance(16);
        using var generator = new Generator(6, torch.CPU);
        var features = torch.randn([5, 16], generator: generator);
        metric.update(features, true);
        metric.update(features.add(1), false);

        Assert.Equal(16, metric.compute().item<float>(), 1e-2f);
    }

    [Fact]
    public void Real_pictures_can_outlive_a_reset()
    {
        using var metric = new FrechetInceptionDistance(1, reset_real_features: false);
        metric.update(torch.tensor(new float[,] { { -1 }, { 0 }, { 1 } }), true);
        metric.update(torch.tensor(new float[,] { { 7 }, { 9 } }), false);
        metric.reset();
        metric.update(torch.tensor(new float[,] { { 1 }, { 2 }, { 3 } }), false);

        Assert.Equal(4, metric.compute().item<float>(), 1e-5f);
        Assert.Contains("(N, 1)", Assert.Throws<ArgumentException>(() => metric.update(torch.ones(2, 3), true)).Message, StringComparison.Ordinal);
    }
}
