using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>A copy for each epoch, all their values, and the best of them.</summary>
public sealed class MetricTrackerTests
{
    // Squared errors by epoch.
    private static readonly double[] Errors = [4, 1, 9, 1];

    [Fact]
    public void Each_epoch_has_a_copy_and_the_best_is_what_the_metric_calls_better()
    {
        using var tracker = Fed(new MetricTracker(new MeanSquaredError()));

        Assert.Equal(4, tracker.n_steps);
        Assert.Equal([4f, 1, 9, 1], tracker.compute_all().data<float>().ToArray());
        Assert.Equal(1f, tracker.compute().item<float>());
        Assert.Equal(1, tracker.best_metric(out var step));
        Assert.Equal(1, step);
        Assert.Equal(9f, tracker[2].compute().item<float>());
    }

    [Fact]
    public void What_is_better_can_be_said()
    {
        using var tracker = Fed(new MetricTracker(new MeanSquaredError(), maximize: true));

        Assert.Equal(9, tracker.best_metric(out var step));
        Assert.Equal(2, step);
        using var unknown = new MetricTracker(new MeanMetric());
        unknown.increment();
        unknown.update(torch.ones(2));
        Assert.Contains("maximize", Assert.Throws<InvalidOperationException>(() => unknown.best_metric()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaN_is_not_best()
    {
        using var tracker = new MetricTracker(new MeanMetric(nan_strategy: "disable"), maximize: false);
        foreach (var value in (double[])[double.NaN, 3, 2, double.NaN])
        {
            tracker.increment();
            tracker.forward(torch.tensor(value));
        }

        Assert.Equal(2, tracker.best_metric(out var step));
        Assert.Equal(2, step);
    }

    [Fact]
    public void A_collection_has_a_best_value_for_each_metric()
    {
        using var tracker = new MetricCollectionTracker(new MetricCollection(
            new Dictionary<string, Metric<Tensor, Tensor, Tensor>> { ["error"] = new MeanSquaredError(), ["table"] = new ConfusionMatrix("binary"), ["accuracy"] = new Accuracy("binary") },
            prefix: "val_"));
        foreach (var right in (long[])[1, 3, 2])
        {
            tracker.increment();
            tracker.update(torch.arange(4).lt(right).to(ScalarType.Int64), torch.ones(4, dtype: ScalarType.Int64));
        }

        Assert.Equal([0.25f, 0.75f, 0.5f], tracker.compute_all()["val_accuracy"].data<float>().ToArray());
        Assert.Equal([3, 2, 2], tracker.compute_all()["val_table"].shape.ToArray());
        var best = tracker.best_metric(out var steps);
        Assert.Equal((0.25, 0.75, null), (best["val_error"], best["val_accuracy"], best["val_table"]));
        Assert.Equal((1, 1, null), (steps["val_error"], steps["val_accuracy"], steps["val_table"]));
        Assert.Throws<ArgumentException>(() => new MetricCollectionTracker(new MetricCollection([new Accuracy("binary")]), [true, false]));
    }

    [Fact]
    public void Resetting_forgets_the_step_at_hand_or_all()
    {
        using var tracker = Fed(new MetricTracker(new MeanSquaredError()));
        tracker.reset();
        Assert.False(tracker.current.update_called);
        Assert.True(tracker[0].update_called);
        tracker.reset_all();
        Assert.False(tracker[0].update_called);
        Assert.Equal(4, tracker.n_steps);
    }

    [Fact]
    public void Copies_go_their_own_way()
    {
        using var tracker = Fed(new MetricTracker(new MeanSquaredError()));
        using var copy = tracker.deepcopy();
        copy.increment();
        copy.update(torch.zeros(1), torch.zeros(1));

        Assert.Equal((4, 5), (tracker.n_steps, copy.n_steps));
        Assert.Equal((1, 0), (tracker.best_metric(), copy.best_metric()));
    }

    [Fact]
    public void Mistakes_are_clear()
    {
        using var tracker = new MetricTracker(new WordErrorRate());
        Assert.Contains("increment()", Assert.Throws<InvalidOperationException>(() => tracker.compute()).Message, StringComparison.Ordinal);
        tracker.increment();
        Assert.Contains("((WordErrorRate)tracker.current).update", Assert.Throws<InvalidOperationException>(() => tracker.update(torch.ones(1), torch.ones(1))).Message, StringComparison.Ordinal);
        ((WordErrorRate)tracker.current).update("a b", "a c");
        Assert.Equal(0.5, tracker.best_metric());
        using var table = new MetricTracker(new ConfusionMatrix("binary"), maximize: true);
        table.increment();
        table.update(torch.ones(2, dtype: ScalarType.Int64), torch.ones(2, dtype: ScalarType.Int64));
        Assert.Contains("one number", Assert.Throws<InvalidOperationException>(() => table.best_metric()).Message, StringComparison.Ordinal);
    }

    private static MetricTracker Fed(MetricTracker tracker)
    {
        foreach (var error in Errors)
        {
            tracker.increment();
            tracker.forward(torch.full([2], Math.Sqrt(error)), torch.zeros(2));
        }

        return tracker;
    }
}
