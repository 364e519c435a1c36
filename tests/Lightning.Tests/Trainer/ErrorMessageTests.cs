namespace Lightning.Tests.TrainerTests;

/// <summary>Mistakes are told before training, with what to do.</summary>
public sealed class ErrorMessageTests
{
    [Theory]
    [InlineData("tpu")]
    [InlineData("gpus")]
    public void Unknown_accelerator(string name) =>
        AssertSays(() => _ = new Trainer(accelerator: name, max_epochs: 1), name, "auto, cpu, cuda, gpu");

    [Fact]
    public void Unknown_strategy_precision_and_algorithm()
    {
        AssertSays(() => _ = new Trainer(strategy: "ddp2", max_epochs: 1), "ddp2", "single_device");
        AssertSays(() => _ = new Trainer(precision: "8-mixed", max_epochs: 1), "16-mixed", "32-true", "64-true");
        AssertSays(() => _ = new Trainer(accelerator: "cpu", gradient_clip_algorithm: "max", max_epochs: 1), "max", "norm");
    }

    [Fact]
    public void Settings_out_of_range()
    {
        AssertSays(() => _ = new Trainer(accelerator: "cpu", max_epochs: -2), "max_epochs", "-1");
        AssertSays(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, limit_train_batches: 1.5), "1.5", "int");
        AssertSays(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, limit_val_batches: -1), "-1");
        AssertSays(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, devices: 0), "devices");
        AssertSays(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, devices: 2, strategy: "single_device"), "2", "devices: 1");
        AssertSays(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, max_time: "1:2"), "DD:HH:MM:SS");
        AssertSays(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, accumulate_grad_batches: 0), "accumulate_grad_batches");
    }

    [Fact]
    public void Both_loaders_and_a_datamodule() => AssertSays(
        () => Quiet.Trainer().fit(new BoringModel(), Samples.Batches(1), datamodule: new RecordingData([], [])), "Both", "datamodule");

    [Fact]
    public void Checkpointing_off_and_a_checkpoint_callback() => AssertSays(
        () => Quiet.Trainer(enable_checkpointing: false, callbacks: [new ModelCheckpoint()]), "enable_checkpointing", "ModelCheckpoint");

    [Fact]
    public void A_missing_step_or_optimizer()
    {
        AssertSays(() => Quiet.Trainer().fit(new EmptyModel(), Samples.Batches(1)), "EmptyModel", "training_step");
        AssertSays(() => Quiet.Trainer().fit(new NoOptimizer(), Samples.Batches(1)), "configure_optimizers");
        AssertSays(() => Quiet.Trainer().test(new EmptyModel(), Samples.Batches(1)), "test_step");
        AssertSays(() => Quiet.Trainer().fit(new NoOptimizer2()), "train_dataloader");
    }

    [Fact]
    public void Several_optimizers_and_a_step_that_does_not_ask_whose_turn_it_is() => AssertSays(
        () => Quiet.Trainer().fit(new TwoOptimizers()), "2 optimizers", "automatic_optimization = false");

    [Fact]
    public void A_loss_without_gradient_or_of_another_kind()
    {
        AssertSays(() => Quiet.Trainer().fit(new LossModel(x => x.detach().mean())), "without a gradient", "frozen");
        AssertSays(() => Quiet.Trainer().fit(new LossModel(x => x)), "shape [1, 2]", "mean()");
        AssertSays(() => Quiet.Trainer().fit(new LossModel(_ => 1.0)), "Double", "null to skip");
    }

    [Fact]
    public void A_loader_of_another_type_than_the_module() => AssertSays(
        () => Quiet.Trainer().fit(new BoringModel(), new List<string> { "text" }), "String", "Tensor");

    [Fact]
    public void A_fraction_too_small_names_the_smallest() => AssertSays(
        () => Quiet.Trainer(limit_train_batches: 0.1).fit(new BoringModel(), Samples.Batches(4)), "limit_train_batches", "0.25");

    [Fact]
    public void A_fraction_of_an_unsized_loader() => AssertSays(
        () => Quiet.Trainer(limit_train_batches: 0.5).fit(new BoringModel(), Samples.Batches(4).Select(x => x)), "cannot tell", "1.0");

    [Fact]
    public void A_validation_interval_beyond_the_epoch() => AssertSays(
        () => Quiet.Trainer(val_check_interval: 100).fit(new BoringModel(), Samples.Batches(4), Samples.Batches(1)), "100", "4", "check_val_every_n_epoch: null");

    [Fact]
    public void Monitored_keys_that_were_not_logged_list_those_that_were()
    {
        using var folder = new TemporaryFolder();
        AssertSays(() => Quiet.Trainer(callbacks: [new EarlyStopping("acc")]).fit(new BoringModel()), "acc", "val_loss");
        AssertSays(
            () => Quiet.Trainer(enable_checkpointing: true, callbacks: [new ModelCheckpoint(folder.Path, monitor: "acc")]).fit(new BoringModel()), "acc", "val_loss");
    }

    [Fact]
    public void Best_without_checkpoints_and_a_missing_file()
    {
        AssertSays(() => Quiet.Trainer().validate(new BoringModel(), ckpt_path: "best"), "ModelCheckpoint");
        var missing = Assert.Throws<FileNotFoundException>(() => Quiet.Trainer().fit(new BoringModel(), ckpt_path: "/nowhere/a.ckpt"));
        Assert.Contains("/nowhere/a.ckpt", missing.Message, StringComparison.Ordinal);
        AssertSays(() => Quiet.Trainer().test(), "without a module");
    }

    [Fact]
    public void Manual_optimization_with_settings_that_it_ignores()
    {
        AssertSays(() => Quiet.Trainer(gradient_clip_val: 1).fit(new ManualModel()), "gradient_clip_val");
        AssertSays(() => Quiet.Trainer(accumulate_grad_batches: 2).fit(new ManualModel()), "accumulate_grad_batches");
    }

    private static void AssertSays(Action action, params string[] parts)
    {
        var message = Assert.Throws<MisconfigurationException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private sealed class EmptyModel : LightningModule<Tensor>;

    private sealed class NoOptimizer : LightningModule<Tensor>
    {
        public override object? training_step(Tensor batch, int batch_idx) => null;
    }

    private sealed class NoOptimizer2 : LightningModule<Tensor>
    {
        public override object? training_step(Tensor batch, int batch_idx) => null;

        public override OptimizerConfig? configure_optimizers() => null;
    }

    private sealed class ManualModel : BoringModel
    {
        public ManualModel() => automatic_optimization = false;
    }

    private sealed class TwoOptimizers : BoringModel
    {
        public override OptimizerConfig? configure_optimizers() =>
            new torch.optim.Optimizer[] { torch.optim.SGD([layer.weight!], 0.1), torch.optim.SGD([layer.bias!], 0.1) };
    }

    private sealed class LossModel : LightningModule<Tensor>
    {
        private readonly TorchSharp.Modules.Linear _layer = torch.nn.Linear(32, 2);
        private readonly Func<Tensor, object?> _loss;

        public LossModel(Func<Tensor, object?> loss)
        {
            _loss = loss;
            RegisterComponents();
        }

        public override object? training_step(Tensor batch, int batch_idx) => _loss(_layer.call(batch));

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(_layer.parameters(), 0.1);

        public override System.Collections.IEnumerable? train_dataloader() => Samples.Batches(1);
    }
}
