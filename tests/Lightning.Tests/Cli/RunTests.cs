namespace Lightning.Tests.Cli;

/// <summary>Command lines that run the real Trainer.</summary>
public sealed class RunTests
{
    private static readonly string[] Short =
        ["--model.lr=0.01", "--trainer.max_epochs=2", "--trainer.accelerator=cpu", "--trainer.enable_progress_bar=false", "--trainer.enable_model_summary=false"];

    [Fact]
    public void Fit_then_test_by_its_checkpoint_and_its_saved_configuration()
    {
        using var messages = new Messages();
        using var folder = new TemporaryFolder();
        var root = $"--trainer.default_root_dir={folder.Path}";
        var fitted = new LightningCLI<CliNet, CliData>(["fit", .. Short, root, "--seed_everything=7", "--data.batches=3", "--model.note=kept"]);

        Assert.Equal((6, "fit"), (fitted.trainer.global_step, fitted.subcommand));
        Assert.Equal(6, fitted.model.Losses.Count);
        Assert.Equal((7L, "kept"), (fitted.config["seed_everything"], fitted.model.hparams.text("note")));
        Assert.Contains("Seed set to 7", messages.All.Select(message => message.Text));

        // The saved configuration makes the same run again.
        var saved = Path.Combine(fitted.trainer.log_dir, "config.yaml");
        Assert.Equal(fitted.dump(), File.ReadAllText(saved));
        var again = new LightningCLI<CliNet, CliData>(["fit", "--config", saved]);
        Assert.Equal(fitted.model.Weights(), again.model.Weights());
        Assert.NotEqual(fitted.trainer.log_dir, again.trainer.log_dir);

        var checkpoint = Directory.GetFiles(Path.Combine(fitted.trainer.log_dir, "checkpoints"), "*.ckpt").Single();
        var tested = new LightningCLI<CliNet, CliData>(["test", "--config", saved, "--ckpt_path", checkpoint, "--verbose=false"]);
        Assert.Equal(fitted.model.Weights(), tested.model.Weights());
        Assert.True(tested.results.Single()["test_loss"] > 0);
        Assert.Equal("kept", LightningModule.load_from_checkpoint(checkpoint, hparams => new CliNet(hparams.number<double>("lr"), note: hparams.text("note"))).Note);
    }

    [Fact]
    public void Validate_and_predict()
    {
        using var folder = new TemporaryFolder();
        string[] line = [.. Short, $"--trainer.default_root_dir={folder.Path}", "--trainer.logger=false", "--seed_everything=false", "--data.batches=3"];

        var validated = new LightningCLI<CliNet, CliData>(["validate", .. line, "--verbose=false"], save_config_callback: false);
        Assert.True(validated.results.Single()["val_loss"] > 0);
        Assert.Equal(3, new LightningCLI<CliNet, CliData>(["predict", .. line], save_config_callback: false).predictions.Count);
        Assert.Empty(new LightningCLI<CliNet, CliData>(["predict", .. line, "--return_predictions=false"], save_config_callback: false).predictions);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void The_optimizer_and_scheduler_of_the_line_take_the_place_of_the_models()
    {
        using var messages = new Messages();
        var cli = Fit("--optimizer=SGD", "--optimizer.lr=0.5", "--optimizer.momentum=0.9", "--lr_scheduler=StepLR", "--lr_scheduler.step_size=1", "--lr_scheduler.gamma=0.1");

        var optimizer = Assert.IsType<TorchSharp.Modules.SGD>(cli.trainer.optimizers.Single());
        Assert.Equal(0.005, optimizer.ParamGroups.Single().LearningRate, 1e-12);
        Assert.Equal("StepLR", cli.trainer.lr_scheduler_configs.Single().scheduler.GetType().Name);
        Assert.Contains("CliNet.configure_optimizers is not called: --optimizer takes its place.", messages.Warnings);
    }

    [Fact]
    public void A_plateau_is_told_its_metric()
    {
        using var messages = new Messages();
        var cli = Fit("--optimizer=torch.optim.AdamW", "--lr_scheduler=ReduceLROnPlateau", "--lr_scheduler.monitor=val_loss", "--lr_scheduler.factor=0.5");

        Assert.Equal("val_loss", cli.trainer.lr_scheduler_configs.Single().monitor);
        Assert.Equal("--lr_scheduler: ReduceLROnPlateau needs monitor, which takes str, and it was not given.", Line.Refused("--optimizer=Adam", "--lr_scheduler=ReduceLROnPlateau"));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_optimizer_of_the_table_trains(string name)
    {
        using var messages = new Messages();
        // SparseAdam takes sparse gradients only, and says so: it has been made and asked.
        if (name == "SparseAdam")
        {
            Assert.Throws<InvalidOperationException>(() => Fit($"--optimizer={name}"));
            return;
        }

        Assert.Equal(name, Fit($"--optimizer={name}", "--optimizer.lr=0.01").trainer.optimizers.Single().GetType().Name);
    }

    public static TheoryData<string> Optimizers { get; } =
        ["ASGD", "Adadelta", "Adafactor", "Adagrad", "Adam", "AdamW", "Adamax", "LBFGS", "NAdam", "RAdam", "RMSProp", "Rprop", "SGD", "SparseAdam"];

    [Theory]
    [InlineData("ConstantLR")]
    [InlineData("CosineAnnealingLR", "T_max=10")]
    [InlineData("CosineAnnealingWarmRestarts", "T_0=2")]
    [InlineData("CyclicLR", "base_lr=0.01", "max_lr=0.1")]
    [InlineData("ExponentialLR")]
    [InlineData("LinearLR")]
    [InlineData("MultiStepLR", "milestones=[1,2]")]
    [InlineData("OneCycleLR", "max_lr=0.1", "total_steps=10", "anneal_strategy=linear")]
    [InlineData("PolynomialLR")]
    public void Every_scheduler_of_the_table_leads(string name, params string[] arguments)
    {
        using var messages = new Messages();
        var cli = Fit(["--optimizer=SGD", "--optimizer.lr=0.1", "--optimizer.momentum=0.9", $"--lr_scheduler={name}", .. arguments.Select(argument => $"--lr_scheduler.{argument}")]);

        Assert.Equal(name, cli.trainer.lr_scheduler_configs.Single().scheduler.GetType().Name);
    }

    private static LightningCLI<CliNet, CliData> Fit(params string[] args) => new(
        ["fit", .. Short, "--trainer.logger=false", "--trainer.enable_checkpointing=false", "--seed_everything=false", "--data.batches=2", .. args],
        save_config_callback: false);
}
