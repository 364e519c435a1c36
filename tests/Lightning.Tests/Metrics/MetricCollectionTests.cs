using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>Several metrics together: names, and states that are shared where they are the same.</summary>
public sealed class MetricCollectionTests
{
    [Fact]
    public void Metrics_that_collect_the_same_share_their_states()
    {
        using var metrics = Made();

        Assert.Equal([["Accuracy", "F1Score"], ["AUROC", "AveragePrecision"]], metrics.compute_groups);
        Feed(metrics.update);
        Assert.All(metrics.Values, metric => Assert.Equal(3, metric.update_count));
        AssertSameAsAlone(metrics);
    }

    [Fact]
    public void Without_groups_the_values_are_the_same()
    {
        using var metrics = new MetricCollection(Each(), compute_groups: false);

        Assert.Equal(4, metrics.compute_groups.Count);
        Feed(metrics.update);
        AssertSameAsAlone(metrics);
    }

    [Fact]
    public void Forward_gives_each_batchs_values_and_collects()
    {
        using var metrics = Made();
        using var alone = new F1Score("binary");
        Feed((preds, target) => Assert.Equal(
            alone.forward(preds, target).item<float>(), metrics.forward(preds, target)["F1Score"].item<float>()));

        AssertSameAsAlone(metrics);
    }

    [Fact]
    public void A_member_that_is_changed_alone_leaves_the_others_as_they_are()
    {
        foreach (var member in (string[])["Accuracy", "F1Score"])
        {
            using var metrics = Made();
            Feed(metrics.update);
            var before = metrics.compute();
            var other = member == "Accuracy" ? "F1Score" : "Accuracy";

            metrics[member].update(torch.zeros(4), torch.ones(4, dtype: ScalarType.Int64));

            Assert.Equal(before[other].item<float>(), metrics.compute()[other].item<float>());
            Assert.NotEqual(before[member].item<float>(), metrics.compute()[member].item<float>());
            Assert.Equal(4, metrics[member].update_count);

            metrics[member].reset();
            Assert.Equal(3, metrics[other].update_count);
            metrics.reset();
            Assert.Equal(2, metrics.compute_groups.Count);
        }
    }

    [Fact]
    public void Names_have_prefix_and_postfix_and_copies_others()
    {
        using var metrics = new MetricCollection(Each(), prefix: "train_", postfix: "_x");
        Feed(metrics.update);
        using var copy = metrics.clone(prefix: "val_");
        copy.reset();

        Assert.Equal(["train_Accuracy_x", "train_F1Score_x", "train_AUROC_x", "train_AveragePrecision_x"], metrics.compute().Keys);
        Assert.Equal(["val_Accuracy_x", "val_F1Score_x", "val_AUROC_x", "val_AveragePrecision_x"], copy.Keys);
        Assert.Equal(3, metrics["Accuracy"].update_count);
        Assert.Equal(2, copy.compute_groups.Count);
        Assert.Contains("train_AUROC_x", Assert.Throws<KeyNotFoundException>(() => metrics["Recall"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_of_a_class_need_names() =>
        Assert.Contains("Accuracy", Assert.Throws<ArgumentException>(() => new MetricCollection([new Accuracy("binary"), new Accuracy("binary")])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_copied_module_has_metrics_of_its_own()
    {
        using var metrics = Made();
        Feed(metrics.update);
        using var copy = metrics.deepcopy();
        copy.reset();

        Assert.Equal(3, metrics["F1Score"].update_count);
        Assert.Equal(0, copy["F1Score"].update_count);
        AssertSameAsAlone(metrics);
    }

    private static Metric<Tensor, Tensor, Tensor>[] Each() => [new Accuracy("binary"), new F1Score("binary"), new AUROC("binary"), new AveragePrecision("binary")];

    private static MetricCollection Made() => new(Each());

    private static void Feed(Action<Tensor, Tensor> batch)
    {
        using var generator = new Generator(3, torch.CPU);
        foreach (var size in (long[])[4, 1, 6])
        {
            batch(torch.rand([size], generator: generator), torch.randint(0, 2, [size], generator: generator));
        }
    }

    private static void AssertSameAsAlone(MetricCollection metrics)
    {
        var values = metrics.compute();
        foreach (var metric in Each())
        {
            Feed(metric.update);
            Assert.Equal(metric.compute().item<float>(), values[metric.GetType().Name].item<float>());
            metric.Dispose();
        }
    }
}
