namespace Lightning.Tests.Hooks;

/// <summary>Whole lists of hooks where the order differs from a plain fit's: by hand, several loaders, resumed within an epoch, several optimizers.</summary>
public sealed class HookSequenceTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void Manual_optimization_clears_backs_up_and_steps_inside_the_training_step()
    {
        var model = new RecordingModel(_calls) { Manual = true };
        Quiet.Trainer(limit_val_batches: 0, limit_train_batches: 1, callbacks: [new RecordingCallback(_calls)]).fit(model);

        AssertCalls(
        [
            .. Begin(),
            "C.on_train_batch_start(0)", "M.on_train_batch_start(0)",
            "M.training_step(0)",
            "C.on_before_backward", "M.on_before_backward", "M.backward", "C.on_after_backward", "M.on_after_backward",
            "C.on_before_optimizer_step", "M.on_before_optimizer_step",
            "C.on_train_batch_end(0)", "M.on_train_batch_end(0)",
            .. End(),
        ]);
    }

    [Fact]
    public void Several_validation_loaders_run_one_after_the_other_within_one_pass()
    {
        var model = new RecordingModel(_calls) { Source = Samples.Batches(1) };
        Quiet.Trainer(callbacks: [new RecordingCallback(_calls)]).fit(model, Samples.Batches(1), new CombinedLoader(Samples.Batches(2), Samples.Batches(1)));

        var validation = _calls.SkipWhile(call => call != "M.on_validation_model_zero_grad").TakeWhile(call => call != "C.on_train_epoch_end");
        AssertCalls(
        [
            "M.on_validation_model_zero_grad", "M.zero_grad",
            "M.on_validation_model_eval",
            "C.on_validation_start", "M.on_validation_start",
            "C.on_validation_epoch_start", "M.on_validation_epoch_start",
            .. Batch(0, 0),
            .. Batch(1, 0),
            .. Batch(0, 1),
            "C.on_validation_epoch_end", "M.on_validation_epoch_end",
            "C.on_validation_end", "M.on_validation_end",
        ], [.. validation]);

        static string[] Batch(int index, int loader) =>
        [
            .. Transfer,
            $"C.on_validation_batch_start({index},{loader})", $"M.on_validation_batch_start({index},{loader})",
            $"M.validation_step({index},{loader})",
            $"C.on_validation_batch_end({index},{loader})", $"M.on_validation_batch_end({index},{loader})",
        ];
    }

    [Fact]
    public void Resumed_within_an_epoch_neither_its_start_nor_its_batches_come_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("mid.ckpt");
        var first = new RecordingModel(_calls) { Source = Samples.Batches(3) };
        Quiet.Trainer(limit_val_batches: 0, callbacks: [new SaveAfter(1, file)]).fit(first);
        _calls.Clear();
        Quiet.Trainer(limit_val_batches: 0, callbacks: [new RecordingCallback(_calls)])
            .fit(new RecordingModel(_calls) { Source = Samples.Batches(3) }, ckpt_path: file);

        AssertCalls(
        [
            "M.configure_callbacks", "M.prepare_data", "C.setup(fit)", "M.setup(fit)", "M.configure_model",
            "M.on_load_checkpoint", "C.on_load_checkpoint",
            "M.configure_optimizers",
            "C.on_fit_start", "M.on_fit_start",
            "M.zero_grad",
            "M.train_dataloader",
            "C.on_train_start", "M.on_train_start",
            .. Transfer,
            "C.on_train_batch_start(2)", "M.on_train_batch_start(2)",
            "M.optimizer_step(0,2)",
            "M.training_step(2)",
            "C.on_before_zero_grad", "M.on_before_zero_grad", "M.optimizer_zero_grad(0,2)",
            "C.on_before_backward", "M.on_before_backward", "M.backward", "C.on_after_backward", "M.on_after_backward",
            "C.on_before_optimizer_step", "M.on_before_optimizer_step", "M.configure_gradient_clipping", "M.clip_gradients",
            "C.on_train_batch_end(2)", "M.on_train_batch_end(2)",
            .. End(),
        ]);
    }

    [Fact]
    public void Step_schedulers_advance_after_the_step_and_plateau_ones_after_validation()
    {
        var model = new RecordingModel(_calls)
        {
            Source = Samples.Batches(3),
            Optimizers = module =>
            {
                var optimizer = torch.optim.SGD(module.parameters(), 0.1);
                return new OptimizerConfig(
                    [optimizer],
                    [
                        new LRSchedulerConfig(torch.optim.lr_scheduler.StepLR(optimizer, 1), interval: "step", frequency: 2),
                        new LRSchedulerConfig(torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer), interval: "step", monitor: "seen", strict: false),
                    ]);
            },
        };
        Quiet.Trainer(val_check_interval: 3, callbacks: [new Logs()]).fit(model);

        var kept = _calls.Where(call => call.Contains("lr_scheduler", StringComparison.Ordinal)
            || call.StartsWith("M.on_train_batch_end", StringComparison.Ordinal) || call == "M.on_validation_end");
        Assert.Equal(
            ["M.on_train_batch_end(0)", "M.lr_scheduler_step(metric)", "M.lr_scheduler_step(None)", "M.on_train_batch_end(1)", "M.lr_scheduler_step(metric)",
                "M.on_train_batch_end(2)", "M.on_validation_end", "M.lr_scheduler_step(metric)"],
            kept);
    }

    private static readonly string[] Transfer = ["M.on_before_batch_transfer", "M.transfer_batch_to_device", "M.on_after_batch_transfer"];

    private static string[] Begin() =>
    [
        "M.configure_callbacks", "M.prepare_data", "C.setup(fit)", "M.setup(fit)", "M.configure_model",
        "M.configure_optimizers",
        "C.on_fit_start", "M.on_fit_start",
        "M.zero_grad",
        "M.train_dataloader",
        "C.on_train_start", "M.on_train_start",
        "C.on_train_epoch_start", "M.on_train_epoch_start",
        .. Transfer,
    ];

    private static string[] End() =>
    [
        "C.on_train_epoch_end", "M.on_train_epoch_end",
        "C.on_train_end", "M.on_train_end",
        "C.on_fit_end", "M.on_fit_end",
        "C.teardown(fit)", "M.teardown(fit)",
    ];

    private void AssertCalls(IEnumerable<string> expected, IEnumerable<string>? calls = null) =>
        Assert.Equal(string.Join('\n', expected), string.Join('\n', calls ?? _calls));

    private sealed class SaveAfter(int batch, string file) : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch1, int batch_idx)
        {
            if (batch_idx == batch)
            {
                trainer.save_checkpoint(file);
            }
        }
    }

    private sealed class Logs : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) =>
            pl_module.log("seen", 1.0);
    }
}
