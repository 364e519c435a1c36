using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>Arguments of classification metrics: what is refused, what empty and one-sided data give, fixed thresholds.</summary>
public sealed class ClassificationTests
{
    [Fact]
    public void Bad_parameters_are_named()
    {
        Assert.Contains("multiclass", Assert.Throws<ArgumentException>(() => new Accuracy("classes")).Message, StringComparison.Ordinal);
        Assert.Contains("num_classes", Assert.Throws<ArgumentException>(() => new Accuracy("multiclass")).Message, StringComparison.Ordinal);
        Assert.Contains("num_labels", Assert.Throws<ArgumentException>(() => new Accuracy("multilabel")).Message, StringComparison.Ordinal);
        Assert.Contains("average", Assert.Throws<ArgumentException>(() => new Recall("binary", average: "mean")).Message, StringComparison.Ordinal);
        Assert.Contains("micro", Assert.Throws<ArgumentException>(() => new AUROC("multiclass", num_classes: 3, average: "micro")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Accuracy("multiclass", num_classes: 3, top_k: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Accuracy("binary", threshold: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AUROC("binary", thresholds: 1));
        Assert.Throws<ArgumentException>(() => new ROC("binary", thresholds: new[] { 0.5, 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AUROC("multiclass", num_classes: 3, max_fpr: 0.5));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix("binary", normalize: "rows"));
    }

    [Fact]
    public void Bad_values_and_shapes_are_named()
    {
        using var metric = new Accuracy("multiclass", num_classes: 3);

        Says("got 7 in target", () => metric.update(torch.zeros(2, dtype: ScalarType.Int64), torch.tensor(new[] { 0L, 7 })));
        Says("got -1 in preds", () => metric.update(torch.tensor(new[] { 0L, -1 }), torch.zeros(2, dtype: ScalarType.Int64)));
        Says("num_classes = 3", () => metric.update(torch.zeros(2, 4), torch.zeros(2, dtype: ScalarType.Int64)));
        Says("NaN", () => metric.update(torch.full([2, 3], double.NaN), torch.zeros(2, dtype: ScalarType.Int64)));
        Says("whole numbers", () => metric.update(torch.zeros(2, 3), torch.zeros(2)));
        using var curve = new AUROC("binary");
        Says("probabilities or logits", () => curve.update(torch.zeros(2, dtype: ScalarType.Int64), torch.zeros(2, dtype: ScalarType.Int64)));
        Says("NaN", () => curve.update(torch.full([2], double.NaN), torch.zeros(2, dtype: ScalarType.Int64)));
        Assert.Equal(0, metric.update_count + curve.update_count);
    }

    [Fact]
    public void Labels_that_are_not_checked_count_as_wrong_or_not_at_all()
    {
        using var metric = new Accuracy("multiclass", num_classes: 3, validate_args: false);

        metric.update(torch.tensor(new[] { 0L, 9, 1 }), torch.tensor(new[] { 0L, 1, 9 }));

        Assert.Equal(0.5f, metric.compute().item<float>());
    }

    [Fact]
    public void Nothing_by_nothing_is_what_is_asked_for()
    {
        foreach (var value in (double[])[0, 1])
        {
            using var metric = new Lightning.Metrics.Precision("binary", zero_division: value);
            metric.update(torch.zeros(3), torch.ones(3, dtype: ScalarType.Int64));
            Assert.Equal(value, metric.compute().item<float>());
        }
    }

    [Fact]
    public void Empty_data_give_what_their_definition_gives()
    {
        var (scores, labels) = (torch.zeros(0, 3), torch.zeros(0, dtype: ScalarType.Int64));
        Assert.Equal(0, Value(new Accuracy("multiclass", num_classes: 3)));
        Assert.True(double.IsNaN(Value(new AUROC("multiclass", num_classes: 3))));
        Assert.True(double.IsNaN(Value(new AUROC("multiclass", thresholds: 5, num_classes: 3))));
        Assert.Equal(0, Value(new CalibrationError("multiclass", num_classes: 3)));
        Assert.True(double.IsNaN(Value(new CohenKappa("multiclass", num_classes: 3))));
        using var roc = new ROC("multiclass", num_classes: 3);
        roc.update(scores, labels);
        Assert.Equal(3, roc.compute().Count);

        double Value(Metric<Tensor, Tensor, Tensor> metric)
        {
            using var owned = metric;
            metric.update(scores, labels);
            return metric.compute().item<float>();
        }
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("multiclass")]
    [InlineData("multilabel")]
    public void Fixed_thresholds_at_all_scores_are_exact(string task)
    {
        using var generator = new Generator(9, torch.CPU);
        var columns = task == "binary" ? 1 : 3;
        var scores = torch.rand([40, columns], generator: generator).mul(20).round().div(20);
        var labels = torch.randint(0, task == "multiclass" ? 3 : 2, task == "multilabel" ? [40, 3] : [40], generator: generator);
        if (task == "binary")
        {
            scores = scores.squeeze(1);
        }

        double[] steps = [.. Enumerable.Range(0, 21).Select(i => (double)(i / 20f))];
        foreach (var average in (string[])["macro", "weighted"])
        {
            using var exact = new AUROC(task, null, 3, 3, average);
            using var binned = new AUROC(task, steps, 3, 3, average);
            using var exactPrecision = new AveragePrecision(task, null, 3, 3, average);
            using var binnedPrecision = new AveragePrecision(task, steps, 3, 3, average);
            foreach (var metric in (Metric<Tensor, Tensor, Tensor>[])[exact, binned, exactPrecision, binnedPrecision])
            {
                metric.update(scores[..13], labels[..13]);
                metric.update(scores[13..], labels[13..]);
            }

            Assert.Equal(exact.compute().item<float>(), binned.compute().item<float>(), 1e-6);
            Assert.Equal(exactPrecision.compute().item<float>(), binnedPrecision.compute().item<float>(), 1e-6);
        }

        using var few = new AUROC(task, 5, 3, 3);
        few.update(scores, labels);
        Assert.Equal(6 * columns * 2, few.named_buffers().Single().buffer.numel());
    }

    [Fact]
    public void Curves_are_drawn_from_their_points()
    {
        using var roc = new ROC("binary");
        using var curve = new PrecisionRecallCurve("binary");
        var (scores, labels) = (torch.tensor(new[] { 0.1f, 0.4f, 0.35f, 0.8f }), torch.tensor(new[] { 0L, 0, 1, 1 }));
        roc.update(scores, labels);
        curve.update(scores, labels);

        var (x, y) = roc.compute()[0].Points();
        Assert.Equal([0, 0, 0.5, 0.5, 1], x);
        Assert.Equal([0, 0.5, 0.5, 1, 1], y);
        var (fpr, tpr, thresholds) = roc.compute()[0];
        Assert.Equal([1f, 0.8f, 0.4f, 0.35f, 0.1f], thresholds.data<float>().ToArray());
        Assert.Equal(fpr.numel(), tpr.numel());
        Assert.Equal(1, curve.compute()[0].Points().Y[^1]);
        Assert.Equal("recall", curve.compute()[0].XLabel);
    }

    [Fact]
    public void Ties_of_scores_go_to_the_first_class()
    {
        using var metric = new ConfusionMatrix("multiclass", num_classes: 3);

        metric.update(torch.full([1, 3], 0.5), torch.tensor(new[] { 0L }));

        Assert.Equal(1, metric.compute()[0, 0].item<long>());
    }

    private static void Says(string part, Action action) =>
        Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
