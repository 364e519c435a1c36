using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>What every metric has from its base: states, batches, copies, moves, dictionaries, memory.</summary>
public sealed class MetricTests
{
    [Fact]
    public void Forward_gives_the_batch_and_collects()
    {
        using var metric = new MeanSquaredError();

        Assert.Equal(1, metric.forward(torch.ones(2), torch.zeros(2)).item<float>());
        Assert.Equal(9, metric.forward(torch.full([1], 3.0), torch.zeros(1)).item<float>());
        Assert.Equal(11 / 3f, metric.compute().item<float>());
        Assert.Equal(2, metric.update_count);
    }

    [Fact]
    public void A_forward_that_fails_leaves_what_was_collected()
    {
        using var metric = new MeanSquaredError();
        metric.update(torch.ones(2), torch.zeros(2));

        Assert.Throws<ArgumentException>(() => metric.forward(torch.ones(2), torch.zeros(3)));
        Assert.Throws<ArgumentException>(() => metric.update(torch.ones(2), torch.zeros(3)));

        Assert.Equal(1, metric.compute().item<float>());
        Assert.Equal(1, metric.update_count);
    }

    [Fact]
    public void Reset_begins_anew()
    {
        using var metric = new AUROC("binary");
        metric.update(torch.tensor(new[] { 0.1f, 0.9f }), torch.tensor(new[] { 1L, 0L }));
        metric.reset();
        metric.update(torch.tensor(new[] { 0.1f, 0.9f }), torch.tensor(new[] { 0L, 1L }));

        Assert.Equal(1, metric.compute().item<float>());
        Assert.Equal(1, metric.update_count);
    }

    [Fact]
    public void Compute_before_update_warns_once()
    {
        using var messages = new Messages();
        using var metric = new Accuracy("binary");

        Assert.Equal(0, metric.compute().item<float>());
        metric.compute();

        Assert.Single(messages.Warnings, message => message.Contains("before update", StringComparison.Ordinal));
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        using var metric = new CatMetric();
        metric.update(torch.ones(2));
        using var copy = (CatMetric)metric.clone();
        copy.update(torch.zeros(3));

        Assert.Equal(2, metric.compute().numel());
        Assert.Equal(5, copy.compute().numel());
        metric.Dispose();
        Assert.Equal(5, copy.compute().numel());
    }

    [Fact]
    public void Merging_another_kind_is_an_error()
    {
        using var metric = new SumMetric();
        using var other = new MaxMetric();

        Assert.Contains("SumMetric", Assert.Throws<ArgumentException>(() => metric.merge_state(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_keep_their_order_in_few_tensors()
    {
        using var metric = new CatMetric();
        for (var i = 0; i < 1000; i++)
        {
            metric.update(torch.tensor((double)i));
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (double)i), metric.compute().data<double>().ToArray());
        Assert.InRange(metric.named_buffers().Count(), 1, 12);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var metric = new F1Score("multiclass", num_classes: 3, average: "macro");
        using var curve = new AveragePrecision("multiclass", num_classes: 3);
        using var preds = torch.rand(8, 3);
        using var target = torch.randint(3, [8]);
        using (var scope = torch.NewDisposeScope())
        {
            var before = scope.DisposablesCount;
            metric.update(preds, target);
            curve.update(preds, target);
            Assert.Equal(before, scope.DisposablesCount);
            metric.compute();
            curve.compute();
            metric.forward(preds, target);
            Assert.Equal(before + 3, scope.DisposablesCount);
        }

        Assert.InRange(metric.compute().item<float>(), 0, 1);
    }

    [Fact]
    public void States_are_in_the_dictionary_when_they_are_to_be()
    {
        using var metric = new CatMetric();
        using var sum = new SumMetric();
        metric.update(torch.arange(3).to(torch.float32));
        sum.update(4);
        Assert.Empty(metric.state_dict());

        metric.persistent(true);
        sum.persistent(true);
        using var otherCat = new CatMetric();
        using var otherSum = new SumMetric();
        otherCat.persistent(true);
        otherSum.persistent(true);
        otherCat.update(torch.ones(7));
        otherCat.load_state_dict(metric.state_dict());
        otherSum.load_state_dict(sum.state_dict());
        otherSum.forward(torch.ones(1));

        Assert.Equal([0f, 1, 2], otherCat.compute().data<float>().ToArray());
        Assert.Equal(5, otherSum.compute().item<float>());
    }

    [Fact]
    public void Types_of_the_module_leave_states_alone_and_results_follow_set_dtype()
    {
        using var metric = new MeanSquaredError();
        metric.half();
        metric.update(torch.full([4], 1e6, dtype: ScalarType.Float64), torch.zeros(4, dtype: ScalarType.Float64));
        Assert.Equal(ScalarType.Float32, metric.compute().dtype);

        metric.set_dtype(ScalarType.Float64);

        Assert.Equal(1e12, metric.compute().item<double>());
        Assert.Throws<ArgumentException>(() => metric.set_dtype(ScalarType.Int64));
    }

    [Fact]
    public void Updates_in_inference_mode_and_outside_of_it_mix()
    {
        using var metric = new MeanSquaredError();
        using (torch.inference_mode())
        {
            metric.forward(torch.ones(2), torch.zeros(2));
        }

        metric.forward(torch.ones(2).mul(3), torch.zeros(2));

        Assert.Equal(5, metric.compute().item<float>());
    }

    [Fact]
    public void Gradients_do_not_flow_into_states()
    {
        using var metric = new MeanSquaredError();
        var preds = torch.ones(2, requires_grad: true);

        metric.update(preds, torch.zeros(2));

        Assert.False(metric.compute().requires_grad);
    }

    [Fact]
    public void A_metric_of_ones_own_is_a_constructor_and_two_methods()
    {
        using var metric = new Share();
        metric.update(torch.tensor(new[] { 1, 2, 3 }), torch.tensor(new[] { 1, 0, 3 }));
        Assert.Equal(1f, metric.forward(torch.ones(1), torch.ones(1)).item<float>());

        Assert.Equal(0.75f, metric.compute().item<float>());
    }

    [Theory]
    [InlineData("sum", 10)]
    [InlineData("mean", 2.5)]
    [InlineData("max", 4)]
    [InlineData("min", 1)]
    public void Forward_puts_states_together_by_their_reduction(string reduction, double expected)
    {
        using var metric = new Reduced(reduction);
        foreach (var number in (double[])[1, 4, 3, 2])
        {
            metric.forward(torch.tensor(number));
        }

        Assert.Equal(expected, metric.compute().item<double>());
    }

    [Fact]
    public void Unknown_reductions_and_taken_names_are_errors()
    {
        Assert.Throws<ArgumentException>(() => new Reduced("median"));
        Assert.Throws<ArgumentException>(() => new Reduced("cat"));
    }

    private sealed class Share : Metric<Tensor, Tensor, Tensor>
    {
        public Share()
            : base("Share")
        {
            add_state("right", torch.tensor(0.0), "sum");
            add_state("total", torch.tensor(0.0), "sum");
        }

        protected override void Update(Tensor preds, Tensor target)
        {
            Add("right", preds.eq(target).sum());
            Add("total", torch.tensor((double)target.numel()));
        }

        protected override Tensor Compute() => Result(Get("right") / Get("total"));
    }

    private sealed class Reduced : Metric<Tensor, Tensor>
    {
        public Reduced(string reduction)
            : base("Reduced") => add_state("value", torch.tensor(0.0, dtype: ScalarType.Float64), reduction);

        protected override void Update(Tensor value) => Set("value", value.to(ScalarType.Float64).clone());

        protected override Tensor Compute() => Get("value").clone();
    }
}
