using System.Text.Json;
using Bindings.Tests.Goldens;
using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>Metrics around metrics: what they give, and that updates, forwards, resets, copies and merges reach what is inside.</summary>
public sealed class WrapperTests
{
    [Fact]
    public void Classes_have_names()
    {
        using var plain = new ClasswiseWrapper(new Recall("multiclass", num_classes: 3, average: "none"));
        using var named = new ClasswiseWrapper(new Recall("multiclass", num_classes: 3, average: "none"), ["cat", "dog", "cow"], postfix: "_recall");
        var (preds, target) = (torch.tensor(new[] { 0L, 1, 2, 2 }), torch.tensor(new[] { 0L, 1, 1, 2 }));
        plain.update(preds, target);
        var batch = named.forward(preds, target);

        Assert.Equal(["recall_0", "recall_1", "recall_2"], plain.compute().Keys);
        Assert.Equal(["cat_recall", "dog_recall", "cow_recall"], batch.Keys);
        Assert.Equal([1f, 0.5f, 1f], named.compute().Values.Select(value => value.item<float>()));
        Assert.Equal([1f, 0.5f, 1f], batch.Values.Select(value => value.item<float>()));
        Assert.Throws<ArgumentException>(() => new ClasswiseWrapper(new Recall("binary"), ["a", "a"]));
    }

    [Fact]
    public void Labels_that_do_not_fit_are_an_error()
    {
        using var few = new ClasswiseWrapper(new Recall("multiclass", num_classes: 3, average: "none"), ["cat", "dog"]);
        using var one = new ClasswiseWrapper(new Recall("multiclass", num_classes: 3));
        few.update(torch.tensor(new[] { 0L }), torch.tensor(new[] { 0L }));
        one.update(torch.tensor(new[] { 0L }), torch.tensor(new[] { 0L }));

        Assert.Contains("2 labels", Assert.Throws<InvalidOperationException>(() => few.compute()).Message, StringComparison.Ordinal);
        Assert.Contains("average: \"none\"", Assert.Throws<InvalidOperationException>(() => one.compute()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extremes_are_those_of_what_was_computed()
    {
        var inner = new MeanSquaredError();
        using var metric = new MinMaxMetric(inner);
        foreach (var (error, expected) in ((double, (float, float, float))[])[(2, (4, 4, 4)), (1, (1, 1, 4)), (3, (9, 1, 9)), (2, (4, 1, 9))])
        {
            inner.reset();
            metric.update(torch.full([3], error), torch.zeros(3));
            Assert.Equal(expected, Parts(metric.compute()));
        }

        // A batch is compared and does not count; what was collected since inner.reset() has the mean (4 + 100) / 2 with it.
        Assert.Equal((100f, 1f, 100f), Parts(metric.forward(torch.full([3], 10.0), torch.zeros(3))));
        Assert.Equal((52f, 1f, 52f), Parts(metric.compute()));
        metric.reset();
        metric.update(torch.full([3], 2.0), torch.zeros(3));
        Assert.Equal((4f, 4f, 4f), Parts(metric.compute()));
    }

    [Fact]
    public void Extremes_of_tables_are_an_error()
    {
        using var metric = new MinMaxMetric(new ConfusionMatrix("binary"));
        metric.update(torch.ones(2, dtype: ScalarType.Int64), torch.ones(2, dtype: ScalarType.Int64));

        Assert.Contains("one number", Assert.Throws<InvalidOperationException>(() => metric.compute()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auroc")]
    [InlineData("accuracy")]
    public void A_window_has_the_last_updates_only(string kind)
    {
        Metric<Tensor, Tensor, Tensor> Made() => kind == "auroc" ? new AUROC("binary") : new Accuracy("binary");
        using var running = new Running(Made(), window: 3);
        using var generator = new Generator(9, torch.CPU);
        var batches = Enumerable.Range(0, 8).Select(i => (torch.rand([i + 2], generator: generator), torch.randint(0, 2, [i + 2], generator: generator))).ToArray();
        for (var i = 0; i < batches.Length; i++)
        {
            using var last = Made();
            foreach (var (preds, target) in batches[Math.Max(0, i - 2)..(i + 1)])
            {
                last.update(preds, target);
            }

            using var alone = Made();
            if (i % 2 == 0)
            {
                running.update(batches[i].Item1, batches[i].Item2);
            }
            else
            {
                Assert.Equal(
                    alone.forward(batches[i].Item1, batches[i].Item2).item<float>(), running.forward(batches[i].Item1, batches[i].Item2).item<float>());
            }

            Assert.Equal(last.compute().item<float>(), running.compute().item<float>(), 1e-6f);
        }

        Assert.Equal(8, running.update_count);
        running.reset();
        using var first = Made();
        Assert.Equal(first.forward(batches[7].Item1, batches[7].Item2).item<float>(), running.forward(batches[7].Item1, batches[7].Item2).item<float>());
        Assert.Equal(first.compute().item<float>(), running.compute().item<float>());
    }

    [Fact]
    public void Sums_and_means_run()
    {
        using var mean = new RunningMean(window: 3);
        using var sum = new RunningSum(window: 3);
        (float, float)[] expected = [(1, 1), (1.5f, 3), (2, 6), (3, 9), (4, 12)];
        for (var i = 0; i < 5; i++)
        {
            mean.update(i + 1);
            Assert.Equal(i + 1, sum.forward(torch.tensor(i + 1.0)).item<float>());
            Assert.Equal(expected[i], (mean.compute().item<float>(), sum.compute().item<float>()));
        }

        using var copy = (RunningSum)sum.clone();
        copy.update(6);
        Assert.Equal((12f, 15f), (sum.compute().item<float>(), copy.compute().item<float>()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunningSum(window: 0));
    }

    [Fact]
    public void Windows_merge_in_order()
    {
        using var first = new RunningSum(window: 3);
        using var second = (RunningSum)first.clone();
        for (var i = 1; i <= 4; i++)
        {
            first.update(i);
        }

        second.update(10);
        second.update(20);
        first.merge_state(second);
        Assert.Equal(4 + 10 + 20, first.compute().item<float>());
        first.update(30);
        Assert.Equal(10 + 20 + 30, first.compute().item<float>());
    }

    [Fact]
    public void An_update_that_fails_leaves_the_window()
    {
        using var running = new Running(new MeanSquaredError(), window: 2);
        running.update(torch.ones(2), torch.zeros(2));
        running.update(torch.ones(2).mul(2), torch.zeros(2));

        Assert.Throws<ArgumentException>(() => running.update(torch.ones(2), torch.zeros(3)));
        Assert.Equal(2.5f, running.compute().item<float>());
        Assert.Equal(2, running.update_count);
    }

    [Fact]
    public void A_window_in_the_middle_of_an_epoch_can_be_saved()
    {
        using var running = new RunningSum(window: 2);
        using var resumed = new RunningSum(window: 2);
        foreach (var value in (double[])[1, 2, 4])
        {
            running.update(value);
        }

        var state = ((ILoggableMetric)running).Save();
        ((ILoggableMetric)resumed).Load(state);
        running.update(8);
        resumed.update(8);
        Assert.Equal((12f, 12f), (running.compute().item<float>(), resumed.compute().item<float>()));
    }

    [Theory]
    [InlineData("poisson")]
    [InlineData("multinomial")]
    public void Copies_see_the_rows_that_Python_draws(string strategy)
    {
        var golden = OracleFile.Read("metrics", "bootstrap.json");
        var expected = golden.GetProperty(strategy);
        using var metric = new BootStrapper(
            new MeanSquaredError(), num_bootstraps: 4, quantile: torch.tensor(Numbers(golden, "shares")), raw: true, sampling_strategy: strategy);
        metric.set_dtype(ScalarType.Float64);
        torch.manual_seed(5);
        var (preds, target) = (torch.tensor(Numbers(golden, "preds")), torch.tensor(Numbers(golden, "target")));
        var start = 0;
        foreach (var rows in Numbers(golden, "batches").Select(rows => (int)rows))
        {
            metric.update(preds[start..(start + rows)], target[start..(start + rows)]);
            start += rows;
        }

        var value = metric.compute();
        foreach (var part in (string[])["mean", "std"])
        {
            Assert.Equal(expected.GetProperty(part).GetDouble(), value[part].item<double>(), 1e-12);
        }

        foreach (var part in (string[])["raw", "quantile"])
        {
            Assert.Equal(Numbers(expected, part), value[part].data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        }
    }

    [Fact]
    public void Copies_give_what_is_asked_for()
    {
        using var metric = new BootStrapper(new MeanSquaredError(), num_bootstraps: 3, std: false, quantile: 0.5);
        var batch = metric.forward(torch.ones(50), torch.zeros(50));
        metric.update(torch.ones(0), torch.zeros(0));

        Assert.Equal(["mean", "quantile"], metric.compute().Keys);
        Assert.Equal((1f, 1f), (batch["mean"].item<float>(), batch["quantile"].item<float>()));
        metric.reset();
        metric.update(torch.full([50], 2.0), torch.zeros(50));
        Assert.Equal(4f, metric.compute()["mean"].item<float>());
        Assert.Throws<ArgumentException>(() => new BootStrapper(new MeanSquaredError(), sampling_strategy: "jackknife"));
        Assert.Throws<ArgumentException>(() => new BootStrapper(new MeanSquaredError(), quantile: 2.0));
        Assert.Throws<ArgumentException>(() => metric.update(torch.ones(3), torch.ones(4)));
    }

    [Fact]
    public void What_is_inside_is_copied_merged_and_converted()
    {
        using var metric = new MinMaxMetric(new MeanSquaredError());
        metric.update(torch.ones(1), torch.zeros(1));
        using var copy = (MinMaxMetric)metric.clone();
        copy.update(torch.full([1], 3.0), torch.zeros(1));
        Assert.Equal((1f, 5f), (metric.compute()["raw"].item<float>(), copy.compute()["raw"].item<float>()));

        metric.merge_state(copy);
        Assert.Equal(11 / 3f, metric.compute()["raw"].item<float>());
        metric.set_dtype(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, metric.compute()["raw"].dtype);
        Assert.Equal(3, metric.update_count);
    }

    private static (float Raw, float Min, float Max) Parts(Dictionary<string, Tensor> value) =>
        (value["raw"].item<float>(), value["min"].item<float>(), value["max"].item<float>());

    private static double[] Numbers(JsonElement entry, string name) => [.. entry.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
