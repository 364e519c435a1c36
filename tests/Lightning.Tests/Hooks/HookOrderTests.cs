namespace Lightning.Tests.Hooks;

/// <summary>The whole list of hooks of each entry point, in the order in which they are entered.</summary>
public sealed class HookOrderTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void Fit_without_validation()
    {
        var model = new RecordingModel(_calls) { Source = Samples.Batches(2) };
        Quiet.Trainer(limit_val_batches: 0, callbacks: [new RecordingCallback(_calls)]).fit(model);

        AssertCalls(
        [
            .. Begin("fit"),
            "M.configure_optimizers",
            "C.on_fit_start", "M.on_fit_start",
            "M.zero_grad",
            "M.train_dataloader",
            "C.on_train_start", "M.on_train_start",
            "C.on_train_epoch_start", "M.on_train_epoch_start",
            .. TrainBatch(0, 0),
            .. TrainBatch(0, 1),
            "C.on_train_epoch_end", "M.on_train_epoch_end",
            "C.on_train_end", "M.on_train_end",
            "C.on_fit_end", "M.on_fit_end",
            .. End("fit"),
        ]);
    }

    [Fact]
    public void Fit_with_sanity_check_validation_and_datamodule()
    {
        var source = Samples.Batches(2);
        var model = new RecordingModel(_calls);
        Quiet.Trainer(num_sanity_val_steps: 1, callbacks: [new RecordingCallback(_calls)]).fit(model, datamodule: new RecordingData(_calls, source));

        AssertCalls(
        [
            "M.configure_callbacks",
            "D.prepare_data", "M.prepare_data",
            "D.setup(fit)", "C.setup(fit)", "M.setup(fit)", "M.configure_model",
            "M.configure_optimizers",
            "C.on_fit_start", "M.on_fit_start",
            "M.zero_grad",
            "C.on_sanity_check_start",
            "D.val_dataloader",
            .. Evaluation("validation", 1, dataAfterTransfer: true),
            "C.on_sanity_check_end",
            "D.train_dataloader",
            "C.on_train_start", "M.on_train_start",
            "C.on_train_epoch_start", "M.on_train_epoch_start",
            .. TrainBatch(0, 0, dataAfterTransfer: true),
            .. TrainBatch(0, 1, dataAfterTransfer: true),
            "M.on_validation_model_zero_grad", "M.zero_grad",
            .. Evaluation("validation", 2, dataAfterTransfer: true),
            "C.on_train_epoch_end", "M.on_train_epoch_end",
            "C.on_train_end", "M.on_train_end",
            "C.on_fit_end", "M.on_fit_end",
            "D.teardown(fit)", "C.teardown(fit)", "M.teardown(fit)",
        ]);
    }

    [Fact]
    public void Fit_with_accumulation_steps_on_every_second_and_on_the_last_batch()
    {
        var model = new RecordingModel(_calls) { Source = Samples.Batches(3) };
        Quiet.Trainer(limit_val_batches: 0, accumulate_grad_batches: 2, callbacks: [new RecordingCallback(_calls)]).fit(model);

        AssertCalls(
        [
            .. Begin("fit"),
            "M.configure_optimizers",
            "C.on_fit_start", "M.on_fit_start",
            "M.zero_grad",
            "M.train_dataloader",
            "C.on_train_start", "M.on_train_start",
            "C.on_train_epoch_start", "M.on_train_epoch_start",
            .. TrainBatch(0, 0, step: false),
            .. TrainBatch(0, 1, zero: false),
            .. TrainBatch(0, 2),
            "C.on_train_epoch_end", "M.on_train_epoch_end",
            "C.on_train_end", "M.on_train_end",
            "C.on_fit_end", "M.on_fit_end",
            .. End("fit"),
        ]);
    }

    [Fact]
    public void Validation_inside_an_accumulation_window_keeps_the_gradients()
    {
        var model = new RecordingModel(_calls) { Source = Samples.Batches(2) };
        Quiet.Trainer(accumulate_grad_batches: 2, val_check_interval: 1, limit_val_batches: 1).fit(model);

        Assert.Equal(1, _calls.Count(call => call == "M.on_validation_model_zero_grad"));
        Assert.Equal(2, _calls.Count(call => call == "M.on_validation_start"));
    }

    [Fact]
    public void Fit_resumed_loads_before_the_optimizers_and_skips_the_sanity_check()
    {
        using var folder = new TemporaryFolder();
        var source = Samples.Batches(1);
        var first = Quiet.Trainer(callbacks: [new RecordingCallback(_calls)]);
        first.fit(new RecordingModel(_calls), datamodule: new RecordingData(_calls, source));
        _calls.Clear();
        first.save_checkpoint(folder.File("a.ckpt"));
        AssertCalls(["C.state_dict", "D.state_dict", "C.on_save_checkpoint", "M.on_save_checkpoint"]);

        _calls.Clear();
        Quiet.Trainer(max_epochs: 2, num_sanity_val_steps: 2, callbacks: [new RecordingCallback(_calls)])
            .fit(new RecordingModel(_calls), datamodule: new RecordingData(_calls, source), ckpt_path: folder.File("a.ckpt"));
        AssertCalls(
        [
            "M.configure_callbacks",
            "D.prepare_data", "M.prepare_data",
            "D.setup(fit)", "C.setup(fit)", "M.setup(fit)", "M.configure_model",
            "M.on_load_checkpoint", "D.load_state_dict", "C.on_load_checkpoint", "C.load_state_dict",
            "M.configure_optimizers",
            "C.on_fit_start", "M.on_fit_start",
            "M.zero_grad",
            "D.train_dataloader", "D.val_dataloader",
            "C.on_train_start", "M.on_train_start",
            "C.on_train_epoch_start", "M.on_train_epoch_start",
            .. TrainBatch(1, 0, dataAfterTransfer: true),
            "M.on_validation_model_zero_grad", "M.zero_grad",
            .. Evaluation("validation", 1, dataAfterTransfer: true),
            "C.on_train_epoch_end", "M.on_train_epoch_end",
            "C.on_train_end", "M.on_train_end",
            "C.on_fit_end", "M.on_fit_end",
            "D.teardown(fit)", "C.teardown(fit)", "M.teardown(fit)",
        ]);
    }

    [Fact]
    public void Validate_and_test()
    {
        foreach (var (entry, name, loader) in new[] { ("validate", "validation", "val"), ("test", "test", "test") })
        {
            _calls.Clear();
            var model = new RecordingModel(_calls) { Source = Samples.Batches(2) };
            var trainer = Quiet.Trainer(callbacks: [new RecordingCallback(_calls)]);
            _ = entry == "test" ? trainer.test(model, verbose: false) : trainer.validate(model, verbose: false);

            AssertCalls([.. Begin(entry), "M.zero_grad", $"M.{loader}_dataloader", .. Evaluation(name, 2), .. End(entry)]);
        }
    }

    [Fact]
    public void Predict()
    {
        var model = new RecordingModel(_calls) { Source = Samples.Batches(1) };
        Quiet.Trainer(callbacks: [new RecordingCallback(_calls)]).predict(model);

        AssertCalls(
        [
            .. Begin("predict"),
            "M.zero_grad",
            "M.predict_dataloader",
            "M.on_predict_model_eval",
            "C.on_predict_start", "M.on_predict_start",
            "C.on_predict_epoch_start", "M.on_predict_epoch_start",
            .. Transfer(false),
            "C.on_predict_batch_start(0,0)", "M.on_predict_batch_start(0,0)",
            "M.predict_step(0)",
            "C.on_predict_batch_end(0,0)", "M.on_predict_batch_end(0,0)",
            "C.on_predict_epoch_end", "M.on_predict_epoch_end",
            "C.on_predict_end", "M.on_predict_end",
            .. End("predict"),
        ]);
    }

    [Fact]
    public void Several_loaders_are_told_apart()
    {
        var model = new RecordingModel(_calls);
        Quiet.Trainer().validate(model, new CombinedLoader(Samples.Batches(1), Samples.Batches(1)), verbose: false);

        Assert.Equal(["M.validation_step(0,0)", "M.validation_step(0,1)"], _calls.Where(call => call.StartsWith("M.validation_step", StringComparison.Ordinal)));
    }

    [Fact]
    public void Minus_one_from_on_train_batch_start_ends_the_epoch_there()
    {
        var model = new RecordingModel(_calls) { StopEpochAt = 1 };
        Quiet.Trainer(limit_val_batches: 0).fit(model);

        Assert.DoesNotContain("M.training_step(1)", _calls);
        Assert.Contains("M.training_step(0)", _calls);
        Assert.Contains("M.on_train_epoch_end", _calls);
    }

    [Fact]
    public void An_exception_reaches_callbacks_and_data_then_the_caller_without_teardown()
    {
        var source = Samples.Batches(1);
        var trainer = Quiet.Trainer(callbacks: [new RecordingCallback(_calls)]);
        var thrown = Assert.Throws<InvalidOperationException>(() => trainer.fit(new FailingModel(), datamodule: new RecordingData(_calls, source)));

        Assert.Equal("on purpose", thrown.Message);
        Assert.Equal(["C.on_exception", "D.on_exception"], _calls[^2..]);
        Assert.DoesNotContain("C.teardown(fit)", _calls);
    }

    [Fact]
    public void Epoch_schedulers_step_before_the_batch_end_and_plateau_ones_after_the_epoch()
    {
        var model = new RecordingModel(_calls)
        {
            Source = Samples.Batches(1),
            Optimizers = module =>
            {
                var optimizer = torch.optim.SGD(module.parameters(), 0.1);
                return new OptimizerConfig(
                    [optimizer],
                    [
                        new LRSchedulerConfig(torch.optim.lr_scheduler.StepLR(optimizer, 1)),
                        new LRSchedulerConfig(torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer), monitor: "seen"),
                    ]);
            },
        };
        Quiet.Trainer(limit_val_batches: 0, callbacks: [new MetricSetter()]).fit(model);

        var kept = _calls.Where(call => call.Contains("lr_scheduler", StringComparison.Ordinal) || call is "M.on_train_batch_end(0)" or "M.on_train_epoch_end");
        Assert.Equal(["M.lr_scheduler_step(None)", "M.on_train_batch_end(0)", "M.on_train_epoch_end", "M.lr_scheduler_step(metric)"], kept);
    }

    private static string[] Begin(string stage) =>
        ["M.configure_callbacks", "M.prepare_data", $"C.setup({stage})", $"M.setup({stage})", "M.configure_model"];

    private static string[] End(string stage) => [$"C.teardown({stage})", $"M.teardown({stage})"];

    private static string[] Transfer(bool data) =>
        ["M.on_before_batch_transfer", "M.transfer_batch_to_device", data ? "D.on_after_batch_transfer" : "M.on_after_batch_transfer"];

    private static IEnumerable<string> TrainBatch(int epoch, int i, bool step = true, bool zero = true, bool dataAfterTransfer = false) =>
    [
        .. Transfer(dataAfterTransfer),
        $"C.on_train_batch_start({i})", $"M.on_train_batch_start({i})",
        .. step ? [$"M.optimizer_step({epoch},{i})"] : Array.Empty<string>(),
        $"M.training_step({i})",
        .. zero ? ["C.on_before_zero_grad", "M.on_before_zero_grad", $"M.optimizer_zero_grad({epoch},{i})"] : Array.Empty<string>(),
        "C.on_before_backward", "M.on_before_backward", "M.backward", "C.on_after_backward", "M.on_after_backward",
        .. step ? ["C.on_before_optimizer_step", "M.on_before_optimizer_step", "M.configure_gradient_clipping", "M.clip_gradients"] : Array.Empty<string>(),
        $"C.on_train_batch_end({i})", $"M.on_train_batch_end({i})",
    ];

    private static IEnumerable<string> Evaluation(string name, int batches, bool dataAfterTransfer = false)
    {
        yield return $"M.on_{name}_model_eval";
        foreach (var hook in new[] { "start", "epoch_start" })
        {
            yield return $"C.on_{name}_{hook}";
            yield return $"M.on_{name}_{hook}";
        }

        for (var i = 0; i < batches; i++)
        {
            foreach (var call in Transfer(dataAfterTransfer))
            {
                yield return call;
            }

            yield return $"C.on_{name}_batch_start({i},0)";
            yield return $"M.on_{name}_batch_start({i},0)";
            yield return $"M.{name}_step({i},0)";
            yield return $"C.on_{name}_batch_end({i},0)";
            yield return $"M.on_{name}_batch_end({i},0)";
        }

        foreach (var hook in new[] { "epoch_end", "end" })
        {
            yield return $"C.on_{name}_{hook}";
            yield return $"M.on_{name}_{hook}";
        }
    }

    private void AssertCalls(IEnumerable<string> expected) => Assert.Equal(string.Join('\n', expected), string.Join('\n', _calls));

    private sealed class FailingModel : BoringModel
    {
        public override Tensor? training_step(Tensor batch, int batch_idx) => throw new InvalidOperationException("on purpose");
    }

    private sealed class MetricSetter : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) =>
            pl_module.log("seen", 1.0, on_epoch: true);
    }
}
