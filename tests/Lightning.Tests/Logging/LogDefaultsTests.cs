namespace Lightning.Tests.Logging;

/// <summary>Where a module may log, and what becomes of a value when <c>on_step</c> and <c>on_epoch</c> are left open.</summary>
public sealed class LogDefaultsTests
{
    private static readonly string[] OfTheStep =
    [
        "on_train_batch_start", "on_train_batch_end", "on_before_zero_grad", "on_before_backward", "on_after_backward", "on_before_optimizer_step",
    ];

    private static readonly string[] OfTheEpoch =
    [
        "on_train_start", "on_train_epoch_start", "on_train_epoch_end",
        "on_validation_start", "on_validation_epoch_start", "on_validation_epoch_end", "on_validation_batch_start", "on_validation_batch_end",
        "on_test_start", "on_test_epoch_start", "on_test_epoch_end", "on_test_batch_start", "on_test_batch_end",
    ];

    private static readonly string[] Refused =
    [
        "setup", "teardown", "on_fit_start", "on_fit_end", "on_sanity_check_start", "on_sanity_check_end", "on_train_end", "on_validation_end", "on_test_end",
        "on_predict_start", "on_predict_end", "on_predict_epoch_start", "on_predict_epoch_end", "on_predict_batch_start", "on_predict_batch_end",
        "on_save_checkpoint", "on_load_checkpoint", "on_exception",
    ];

    [Fact]
    public void Each_hook_logs_the_step_or_the_epoch_or_refuses()
    {
        using var folder = new TemporaryFolder();
        var logger = new RecordingLogger();
        var logging = new Logs();
        Trainer Make() => Quiet.Trainer(num_sanity_val_steps: 1, limit_train_batches: 2, limit_val_batches: 2, log_every_n_steps: 1, logger: logger, callbacks: [logging]);
        var trainer = Make();
        trainer.fit(new BoringModel());
        trainer.save_checkpoint(folder.File("a.ckpt"));
        Make().test(new BoringModel(), Samples.Batches(2), verbose: false);
        Make().predict(new BoringModel(), Samples.Batches(1));
        Quiet.Trainer(max_epochs: 2, limit_train_batches: 1, limit_val_batches: 0, callbacks: [logging]).fit(new BoringModel(), ckpt_path: folder.File("a.ckpt"));
        Assert.Throws<IOException>(() => Make().fit(new ScriptedModel { Training = (_, _) => throw new IOException("on purpose") }));

        foreach (var hook in OfTheStep)
        {
            // A row for each step, none for the epoch.
            Assert.Equal((hook, 2), (hook, logger.Of(hook).Count()));
            Assert.DoesNotContain(hook, logging.Refused);
        }

        foreach (var hook in OfTheEpoch)
        {
            Assert.Equal((hook, 1), (hook, logger.Of(hook).Count()));
            Assert.DoesNotContain(hook, logging.Refused);
        }

        Assert.Equal(Refused.Order(), logging.Refused.Order());
        Assert.DoesNotContain(logger.Rows, row => Refused.Any(row.Row.ContainsKey));
    }

    [Theory]
    [InlineData("training_step", 2)]
    [InlineData("validation_step", 1)]
    [InlineData("test_step", 1)]
    public void Each_step_logs_the_step_or_the_epoch(string step, int rows)
    {
        var logger = new RecordingLogger();
        var model = new ScriptedModel { Training = (m, _) => m.log("training_step", 1.0), Validation = (m, _, _) => m.log("validation_step", 1.0) };
        var trainer = Quiet.Trainer(limit_train_batches: 2, log_every_n_steps: 1, logger: logger);
        if (step == "test_step")
        {
            trainer.test(new TestLogs(), Samples.Batches(2), verbose: false);
        }
        else
        {
            trainer.fit(model);
        }

        Assert.Equal(rows, logger.Of(step).Count());
    }

    private sealed class TestLogs : BoringModel
    {
        public override object? test_step(Tensor batch, int batch_idx)
        {
            log("test_step", 1.0);
            return null;
        }
    }

    /// <summary>Logs in every hook, and keeps the names of those that refuse.</summary>
    private sealed class Logs : Callback
    {
        internal HashSet<string> Refused { get; } = [];

        private void Log(LightningModule module, [System.Runtime.CompilerServices.CallerMemberName] string hook = "")
        {
            try
            {
                module.log(hook, 1.0);
            }
            catch (MisconfigurationException exception) when (exception.Message.Contains(hook, StringComparison.Ordinal))
            {
                Refused.Add(hook);
            }
        }

        public override void setup(Trainer trainer, LightningModule pl_module, string stage) => Log(pl_module);

        public override void teardown(Trainer trainer, LightningModule pl_module, string stage) => Log(pl_module);

        public override void on_fit_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_fit_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_sanity_check_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_sanity_check_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_train_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_train_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx) => Log(pl_module);

        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) => Log(pl_module);

        public override void on_validation_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_validation_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_validation_epoch_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_validation_epoch_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_validation_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) => Log(pl_module);

        public override void on_validation_batch_end(
            Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Log(pl_module);

        public override void on_test_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_test_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_test_epoch_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_test_epoch_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_test_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) => Log(pl_module);

        public override void on_test_batch_end(
            Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Log(pl_module);

        public override void on_predict_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_predict_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_predict_epoch_start(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_predict_epoch_end(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_predict_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) => Log(pl_module);

        public override void on_predict_batch_end(
            Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Log(pl_module);

        public override void on_before_zero_grad(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer) => Log(pl_module);

        public override void on_before_backward(Trainer trainer, LightningModule pl_module, Tensor loss) => Log(pl_module);

        public override void on_after_backward(Trainer trainer, LightningModule pl_module) => Log(pl_module);

        public override void on_before_optimizer_step(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer) => Log(pl_module);

        public override void on_save_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint) => Log(pl_module);

        public override void on_load_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint) => Log(pl_module);

        public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception) => Log(pl_module);
    }
}
