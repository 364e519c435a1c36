using Lightning.Plugins;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests.TrainerTests;

/// <summary>What the Trainer's arguments do and which of them contradict each other.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Arguments_left_open_come_from_the_environment_and_those_passed_win()
    {
        using var set = new Variables(
            ("PL_TRAINER_MAX_STEPS", "7"),
            ("PL_TRAINER_LIMIT_TRAIN_BATCHES", "0.5"),
            ("PL_TRAINER_LIMIT_VAL_BATCHES", "3"),
            ("PL_TRAINER_VAL_CHECK_INTERVAL", "00:00:10:00"),
            ("PL_TRAINER_PRECISION", "64-true"),
            ("PL_TRAINER_DETECT_ANOMALY", "true"),
            ("PL_TRAINER_ACCUMULATE_GRAD_BATCHES", "4"),
            ("PL_TRAINER_DETERMINISTIC", "warn"));
        var trainer = new Trainer(accelerator: "cpu", accumulate_grad_batches: 2, enable_progress_bar: false);

        Assert.Equal(7, trainer.max_steps);
        Assert.Equal(Batches.Fraction(0.5), trainer.limit_train_batches);
        Assert.Equal(Batches.Count(3), trainer.limit_val_batches);
        Assert.Equal("64-true", trainer.precision.name);
        Assert.True(trainer.detect_anomaly);
        Assert.True(trainer.deterministic.WarnOnly);
        Assert.Equal(2, trainer.accumulate_grad_batches);
    }

    [Fact]
    public void A_variable_that_does_not_fit_is_named()
    {
        using var set = new Variables(("PL_TRAINER_MAX_EPOCHS", "many"));

        Says(() => _ = new Trainer(accelerator: "cpu"), "PL_TRAINER_MAX_EPOCHS", "many");
    }

    [Fact]
    public void Barebones_trains_the_same_and_nothing_else()
    {
        var (bare, whole) = (new BoringModel(), new BoringModel());
        bare.load_state_dict(whole.state_dict());
        using var folder = new TemporaryFolder();
        var trainer = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, default_root_dir: folder.Path);
        using var messages = new Messages();
        trainer.fit(bare);
        Quiet.Trainer().fit(whole);

        Assert.Equal(whole.Weights(), bare.Weights());
        Assert.Empty(trainer.callbacks);
        Assert.Empty(trainer.loggers);
        Assert.Empty(trainer.callback_metrics);
        Assert.Equal(0, trainer.num_sanity_val_steps);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        Assert.Single(messages.Warnings, text => text.Contains("barebones", StringComparison.Ordinal));
    }

    [Fact]
    public void Barebones_and_what_it_leaves_out_are_an_error()
    {
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, enable_checkpointing: true), "enable_checkpointing");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, logger: true), "logger");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, enable_progress_bar: true), "enable_progress_bar");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, enable_model_summary: true), "enable_model_summary");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, num_sanity_val_steps: 2), "num_sanity_val_steps");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, log_every_n_steps: 1), "log_every_n_steps");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, fast_dev_run: true), "fast_dev_run");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, detect_anomaly: true), "detect_anomaly");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, barebones: true, profiler: "simple"), "profiler");
    }

    [Fact]
    public void Plugins_are_one_of_a_kind_and_do_not_contradict_other_arguments()
    {
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, plugins: [new TorchCheckpointIO(), new AsyncCheckpointIO()]), "second of its kind");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, precision: "64-true", plugins: [new HalfPrecision("bf16-true")]), "precision:");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, plugins: [new LightningEnvironment(2)]), "strategy: \"ddp\"");
        Says(() => _ = new Trainer(accelerator: "cpu", max_epochs: 1, plugins: [new TorchSyncBatchNorm(), new TorchSyncBatchNorm()]), "LayerSync");
        Assert.Equal(1, new Trainer(accelerator: "cpu", max_epochs: 1, plugins: [new LightningEnvironment(1)]).world_size);
        Assert.Equal("bf16-true", new Trainer(accelerator: "cpu", max_epochs: 1, plugins: [new HalfPrecision("bf16-true")]).precision.name);
    }

    [Fact]
    public void Init_module_makes_modules_in_the_precisions_type_and_empty_ones_draw_nothing()
    {
        var trainer = Quiet.Trainer(precision: "bf16-true");
        using (trainer.init_module())
        {
            Assert.Equal(ScalarType.BFloat16, new BoringModel().layer.weight!.dtype);
        }

        Assert.Equal(ScalarType.Float32, new BoringModel().layer.weight!.dtype);
        torch.manual_seed(1);
        using var expected = torch.rand(1);
        torch.manual_seed(1);
        var model = trainer.init_module(() => new BoringModel(), empty_init: true);
        using var drawn = torch.rand(1);
        Assert.Equal(expected.item<float>(), drawn.item<float>());
        Assert.Equal((ScalarType.BFloat16, DeviceType.CPU), (model.layer.weight!.dtype, model.layer.weight.device_type));
        Assert.Equal(ScalarType.BFloat16, ((Tensor)trainer.predict(trainer.init_module(() => new BoringModel()), Samples.Batches(1))[0]!).dtype);
    }

    [Fact]
    public void A_timer_among_the_callbacks_leaves_the_epochs_open()
    {
        using var messages = new Messages();
        Assert.Equal(-1, Quiet.Trainer(max_epochs: null, callbacks: [new Timer("00:00:00:01")]).max_epochs);
        Assert.Equal(-1, Quiet.Trainer(max_epochs: null, max_steps: 3).max_epochs);
        Assert.Empty(messages.Warnings);
        Assert.Equal(1000, Quiet.Trainer(max_epochs: null).max_epochs);
        Assert.Single(messages.Warnings);
    }

    [Fact]
    public void Detect_anomaly_names_the_first_module_that_returned_no_number()
    {
        var model = new BrokenModel();
        Says(() => Trainer(detect: true).fit(model), "batch 2", "layer (Linear)");
        Trainer(detect: false).fit(new BrokenModel());

        static Trainer Trainer(bool detect) => new(
            accelerator: "cpu", max_epochs: 1, detect_anomaly: detect, limit_val_batches: 0, logger: false, enable_checkpointing: false,
            enable_progress_bar: false, enable_model_summary: false);
    }

    [Fact]
    public void A_loader_without_an_end_needs_a_limit()
    {
        var model = new BoringModel();
        var loader = DataLoader(new Endless(), batch_size: 1);

        Says(() => Quiet.Trainer().fit(model, loader), "no end", "limit_train_batches");
        var trainer = Quiet.Trainer(max_steps: 3, limit_val_batches: 0);
        trainer.fit(model, loader);
        Assert.Equal(3, trainer.global_step);
    }

    [Fact]
    public void A_fit_returns_what_it_logged_by_epoch()
    {
        var model = new ScriptedModel
        {
            Training = (module, batch) => module.log("loss", torch.tensor((float)(batch + module.current_epoch)), on_step: true, on_epoch: true),
            Validation = (module, batch, loader) => module.log("val", module.current_epoch * 10.0),
        };
        var history = Quiet.Trainer(max_epochs: 3, check_val_every_n_epoch: 2).fit(model);

        Assert.Equal([1.5, 2.5, 3.5], history["loss_epoch"]);
        Assert.Equal([3.0, 4.0, 5.0], history["loss_step"]);
        Assert.Equal([10.0], history["val"]);
        Assert.Equal([4L, 8L, 12L], history.Select(epoch => epoch.global_step));
        Assert.Contains("loss_epoch", Assert.Throws<KeyNotFoundException>(() => history["acc"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoints_written_aside_hold_the_moment_at_which_they_were_asked_for()
    {
        using var folder = new TemporaryFolder();
        torch.manual_seed(1);
        var model = new BoringModel();
        var trainer = new Trainer(
            accelerator: "cpu", max_steps: 6, limit_val_batches: 0, logger: false, plugins: [new AsyncCheckpointIO()],
            callbacks: [new ModelCheckpoint(folder.Path, every_n_train_steps: 2, save_top_k: -1)], enable_progress_bar: false, enable_model_summary: false);
        trainer.fit(model);

        Assert.Equal(["epoch=0-step=2.ckpt", "epoch=0-step=4.ckpt", "epoch=0-step=6.ckpt"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        torch.manual_seed(1);
        var again = new BoringModel();
        Quiet.Trainer(max_steps: 6, limit_val_batches: 0).fit(again, ckpt_path: folder.File("epoch=0-step=2.ckpt"));
        Assert.Equal(model.Weights(), again.Weights());
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_aside_fails_the_fit()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("taken"), "");
        var trainer = new Trainer(
            accelerator: "cpu", max_steps: 2, limit_val_batches: 0, logger: false, plugins: [new AsyncCheckpointIO()],
            callbacks: [new ModelCheckpoint(folder.File("taken/inside"))], enable_progress_bar: false, enable_model_summary: false);

        Assert.Throws<IOException>(() => trainer.fit(new BoringModel()));
    }

    [Fact]
    public void Loaders_are_combined_in_training()
    {
        Assert.Equal(["1 1", "2 2", "3 1"], Combined(null));
        Assert.Equal(["1 1", "2 2", "3 1"], Combined("max_size_cycle"));
        Assert.Equal(["1 1", "2 2"], Combined("min_size"));
        Assert.Equal(["1 1", "2 2", "3 -"], Combined("max_size"));
        Says(() => _ = new CombinedLoader([Samples.Batches(1)], "zip"), "zip", "min_size");

        static List<string> Combined(string? mode)
        {
            var model = new PairModel();
            Quiet.Trainer().fit(model, new CombinedLoader([Numbers(3), Numbers(2)], mode));
            return model.Seen;
        }

        static List<Tensor> Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => torch.full([1, 32], (float)i))];
    }

    [Fact]
    public void A_datamodule_of_data_sets_trains_and_its_hyperparameters_are_kept()
    {
        using var folder = new TemporaryFolder();
        var data = LightningDataModule.from_datasets(new Endless(6), batch_size: 2);
        data.save_hyperparameters(new { source = "generated" });
        var logger = new RecordingLogger();
        var trainer = Quiet.Trainer(logger: logger, limit_val_batches: 0);
        trainer.fit(new BoringModel(), data);
        trainer.save_checkpoint(folder.File("a.ckpt"));

        Assert.Equal(3, trainer.global_step);
        Assert.Equal("generated", logger.Hparams!.text("source"));
        Assert.Equal("generated", CheckpointFile.Read(folder.File("a.ckpt")).Section("datamodule_hyper_parameters")["source"]);
    }

    [Fact]
    public void Reading_metrics_costs_nothing_until_somebody_looks()
    {
        var history = Quiet.Trainer(max_epochs: 2).fit(new BoringModel());

        Assert.Equal(2, history.Count);
        Assert.True(history[1].metrics["val_loss"].item() < history[0].metrics["val_loss"].item());
    }

    private static void Says(Action action, params string[] parts)
    {
        var message = Assert.Throws<MisconfigurationException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private sealed class BrokenModel : BoringModel
    {
        public override Tensor? training_step(Tensor batch, int batch_idx) => Loss(batch_idx == 2 ? batch * float.NaN : batch);
    }

    private sealed class PairModel : LightningModule<object?[]>
    {
        private readonly BoringModel _inner = new();

        internal PairModel() => RegisterComponents();

        internal List<string> Seen { get; } = [];

        public override object? training_step(object?[] batch, int batch_idx)
        {
            Seen.Add(string.Join(' ', batch.Select(part => part is Tensor tensor ? $"{tensor.mean().item<float>()}" : "-")));
            return _inner.layer.call((Tensor)batch[0]!).mean();
        }

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(_inner.parameters(), 0.1);
    }

    private sealed class Endless(long count = long.MaxValue / 2) : Dataset<Tensor>
    {
        public override long Count => count;

        public override Tensor GetTensor(long index) => torch.ones(32);
    }

    private sealed class Variables : IDisposable
    {
        private readonly string[] _names;

        internal Variables(params (string Name, string Value)[] values)
        {
            _names = [.. values.Select(pair => pair.Name)];
            foreach (var (name, value) in values)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        public void Dispose() => Array.ForEach(_names, name => Environment.SetEnvironmentVariable(name, null));
    }
}
