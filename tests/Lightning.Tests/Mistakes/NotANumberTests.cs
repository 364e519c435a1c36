namespace Lightning.Tests.Mistakes;

/// <summary>With <c>detect_anomaly</c>, a loss that is no number names the module that it came from, wherever the step was.</summary>
public sealed class NotANumberTests
{
    private const string Advice = "look at its inputs and parameters, lower the learning rate, or clip gradients.";

    [Fact]
    public void In_a_nested_module()
    {
        var model = new Network { BadAt = 2 };

        Assert.Equal(
            $"detect_anomaly: the loss of batch 2 is not a number. The first module that returned such values is body.1.inner (Root): {Advice}",
            Mistake.Message(() => Trainer().fit(model, Samples.Batches(4))));
        Assert.Equal(3, model.Steps);
    }

    [Fact]
    public void Under_accumulation()
    {
        var model = new Network { BadAt = 1 };
        var before = model.Weight();

        Assert.Equal(
            $"detect_anomaly: the loss of batch 1 is not a number. The first module that returned such values is body.1.inner (Root): {Advice}",
            Mistake.Message(() => Trainer(accumulate: 4).fit(model, Samples.Batches(8))));
        Assert.Equal(before, model.Weight());
    }

    [Fact]
    public void Under_manual_optimization()
    {
        var model = new Network { BadAt = 1, automatic_optimization = false };

        Assert.Equal(
            $"detect_anomaly: the loss of batch 1 is not a number. The first module that returned such values is body.1.inner (Root): {Advice}",
            Mistake.Message(() => Trainer().fit(model, Samples.Batches(4))));
    }

    [Theory]
    [InlineData(true, "\"val_loss\"")]
    [InlineData(false, "the loss")]
    public void In_validation(bool logs, string what)
    {
        var model = new Network { BadValidationAt = 1, Logs = logs };

        Assert.Equal(
            $"detect_anomaly: {what} of validation batch 1 is not a number. The first module that returned such values is body.1.inner (Root): {Advice}",
            Mistake.Message(() => Trainer().fit(model, Samples.Batches(2), Samples.Batches(3))));
        Assert.Equal(2, model.Steps);
    }

    [Fact]
    public void In_the_validation_before_training()
    {
        var model = new Network { BadValidationAt = 0, Logs = true };

        Assert.Equal(
            $"detect_anomaly: \"val_loss\" of validation batch 0 is not a number. The first module that returned such values is body.1.inner (Root): {Advice}",
            Mistake.Message(() => Trainer(sanity: 2).fit(model, Samples.Batches(2), Samples.Batches(3))));
        Assert.Equal(0, model.Steps);
    }

    [Fact]
    public void In_the_data()
    {
        var batches = Samples.Batches(3);
        batches[1][0, 5] = float.NaN;

        Assert.Equal(
            "detect_anomaly: the loss of batch 1 is not a number. The first module that returned such values is body.0 (Linear): "
            + "its input held them already, so look at the data and at what is done with them before.",
            Mistake.Message(() => Trainer().fit(new Network(), batches)));
    }

    [Fact]
    public void In_what_the_step_does() => Assert.Equal(
        "detect_anomaly: the loss of batch 0 is not a number. "
        + "All modules returned numbers, so it comes from what the step does with their outputs: look for log(0), 0/0 or an empty mean.",
        Mistake.Message(() => Trainer().fit(new Network { Scale = double.NaN }, Samples.Batches(1))));

    [Fact]
    public void A_metric_without_a_value_is_no_fault() => Trainer().fit(new Network { Logs = true, Scale = 1, LoggedScale = double.NaN }, Samples.Batches(1), Samples.Batches(1));

    [Fact]
    public void Nothing_is_said_without_detect_anomaly() => Trainer(detect: false).fit(new Network { BadAt = 0 }, Samples.Batches(2));

    private static Trainer Trainer(int accumulate = 1, int sanity = 0, bool detect = true) => new(
        accelerator: "cpu", max_epochs: 1, accumulate_grad_batches: accumulate, num_sanity_val_steps: sanity, detect_anomaly: detect, logger: false,
        enable_checkpointing: false, enable_progress_bar: false, enable_model_summary: false);

    /// <summary>A linear layer, then a block whose inner part takes roots: of negative numbers in the batch that is told.</summary>
    private sealed class Network : LightningModule<Tensor>
    {
        private readonly Root root = new();
        private readonly torch.nn.Module<Tensor, Tensor> body;

        public Network()
        {
            body = torch.nn.Sequential(torch.nn.Linear(32, 4), new Block(root));
            register_module("body", body);
        }

        internal int? BadAt { get; init; }

        internal int? BadValidationAt { get; init; }

        internal bool Logs { get; init; }

        internal double Scale { get; init; } = 1;

        internal double LoggedScale { get; init; } = 1;

        internal int Steps { get; private set; }

        internal float[] Weight() => [.. body.parameters().First().detach().clone().data<float>().ToArray()];

        public override object? training_step(Tensor batch, int batch_idx)
        {
            Steps++;
            var loss = Loss(batch, batch_idx == BadAt) * Scale;
            if (automatic_optimization)
            {
                return loss;
            }

            manual_backward(loss);
            optimizers()[0].step();
            return null;
        }

        public override object? validation_step(Tensor batch, int batch_idx)
        {
            var loss = Loss(batch, batch_idx == BadValidationAt);
            if (!Logs)
            {
                return loss;
            }

            log("val_loss", loss * LoggedScale);
            return null;
        }

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.01);

        private Tensor Loss(Tensor batch, bool bad)
        {
            root.Sign = bad ? -1 : 1;
            return body.call(batch).mean();
        }
    }

    private sealed class Block : torch.nn.Module<Tensor, Tensor>
    {
        private readonly Root inner;

        internal Block(Root inner)
            : base("Block")
        {
            this.inner = inner;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => inner.call(input) + 1;
    }

    private sealed class Root() : torch.nn.Module<Tensor, Tensor>("Root")
    {
        internal float Sign { get; set; } = 1;

        public override Tensor forward(Tensor input) => ((input.abs() + 1) * Sign).sqrt();
    }
}
