using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>The example of docs/metrics.md runs, and the page names every metric.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "metrics.md"));

    [Fact]
    public void The_example_runs()
    {
        using var accuracy = new Accuracy(task: "multiclass", num_classes: 3);
        using var auroc = new AUROC(task: "multiclass", num_classes: 3);
        (Tensor, Tensor)[] batches =
        [
            (torch.tensor(new float[,] { { 2, 0, -1 }, { 0, 3, 1 } }), torch.tensor(new[] { 0L, 1 })),
            (torch.tensor(new float[,] { { 0, 0, 4 }, { 3, 0, 0 } }), torch.tensor(new[] { 2L, 1 })),
        ];
        foreach (var (preds, target) in batches)
        {
            using Tensor batch = accuracy.forward(preds, target);
            auroc.update(preds, target);
        }

        Assert.Equal(0.75f, accuracy.compute().item<float>());
        Assert.InRange(auroc.compute().item<float>(), 0.5f, 1f);
        accuracy.reset();
        Assert.False(accuracy.update_called);
    }

    [Fact]
    public void Every_metric_has_its_place_on_the_page()
    {
        var metrics = typeof(Metric).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Metric))).ToArray();

        Assert.True(metrics.Length > 30);
        Assert.All(metrics, metric => Assert.Contains($"`{metric.Name}`", Page, StringComparison.Ordinal));
    }
}
