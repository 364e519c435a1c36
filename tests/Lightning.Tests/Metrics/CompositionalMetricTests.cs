using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>Arithmetic on metrics.</summary>
public sealed class CompositionalMetricTests
{
    [Fact]
    public void F1_is_made_of_precision_and_recall_which_collect_once()
    {
        var (precision, recall) = (new Lightning.Metrics.Precision("binary"), new Recall("binary"));
        using var made = 2 * precision * recall / (precision + recall);
        using var f1 = new F1Score("binary");
        using var generator = new Generator(2, torch.CPU);
        foreach (var size in (long[])[5, 9])
        {
            var (preds, target) = (torch.rand([size], generator: generator), torch.randint(0, 2, [size], generator: generator));
            Assert.Equal(f1.forward(preds, target).item<float>(), made.forward(preds, target).item<float>(), 1e-6f);
        }

        Assert.Equal(f1.compute().item<float>(), made.compute().item<float>(), 1e-6f);
        Assert.Equal((2, 2), (precision.update_count, recall.update_count));
        using var copy = (CompositionalMetric)made.clone();
        made.reset();
        Assert.Equal((0, 0), (precision.update_count, recall.update_count));
        Assert.Equal(f1.compute().item<float>(), copy.compute().item<float>(), 1e-6f);
    }

    [Fact]
    public void Operators_do_what_they_say()
    {
        // Squared error 4, absolute error 2.
        (Func<Metric<Tensor, Tensor, Tensor>, Metric<Tensor, Tensor, Tensor>, CompositionalMetric> Make, float Expected)[] cases =
        [
            ((a, b) => a + b, 6), ((a, b) => a - b, 2), ((a, b) => a * b, 8), ((a, b) => a / b, 2), ((a, _) => a + 1, 5), ((a, _) => 1 + a, 5), ((a, _) => a - 1, 3),
            ((a, _) => 1 - a, -3), ((a, _) => -a, -4), ((a, _) => a * 3, 12), ((a, _) => 3 * a, 12), ((a, _) => a / 8, 0.5f), ((a, _) => 8 / a, 2), ((a, _) => a * a, 16),
        ];
        foreach (var (make, expected) in cases)
        {
            using var metric = make(new MeanSquaredError(), new MeanAbsoluteError());
            metric.update(torch.full([3], 2.0), torch.zeros(3));
            Assert.Equal(expected, metric.compute().item<float>());
        }
    }
}
