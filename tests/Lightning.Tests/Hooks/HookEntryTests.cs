namespace Lightning.Tests.Hooks;

/// <summary>Whole lists of hooks of the entry points' further forms: several loaders, several optimizers, closures by hand, nothing to train, one's own modes.</summary>
public sealed class HookEntryTests
{
    private static readonly string[] Transfer = ["M.on_before_batch_transfer", "M.transfer_batch_to_device", "M.on_after_batch_transfer"];

    private readonly List<string> _calls = [];

    [Fact]
    public void Several_optimizers_take_their_turns_within_a_batch()
    {
        var model = new Turns(_calls) { Source = Samples.Batches(1) };
        Quiet.Trainer(limit_val_batches: 0, callbacks: [new RecordingCallback(_calls)]).fit(model);

        AssertCalls(
            [
                .. Transfer,
                "C.on_train_batch_start(0)", "M.on_train_batch_start(0)",
                .. Turn(0),
                .. Turn(1),
                "C.on_train_batch_end(0)", "M.on_train_batch_end(0)",
            ],
            Between("M.on_train_epoch_start", "C.on_train_epoch_end"));

        static string[] Turn(int optimizer) =>
        [
            "M.optimizer_step(0,0)",
            $"M.training_step(0,{optimizer})",
            "C.on_before_zero_grad", "M.on_before_zero_grad", "M.optimizer_zero_grad(0,0)",
            "C.on_before_backward", "M.on_before_backward", "M.backward", "C.on_after_backward", "M.on_after_backward",
            "C.on_before_optimizer_step", "M.on_before_optimizer_step", "M.configure_gradient_clipping", "M.clip_gradients",
        ];
    }

    [Fact]
    public void By_hand_each_optimizer_steps_inside_the_training_step_and_nothing_is_clipped()
    {
        var model = new ByHand(_calls) { Source = Samples.Batches(1), Manual = true };
        Quiet.Trainer(limit_val_batches: 0, callbacks: [new RecordingCallback(_calls)]).fit(model);

        AssertCalls(
            [
                .. Transfer,
                "C.on_train_batch_start(0)", "M.on_train_batch_start(0)",
                "M.training_step(0)",
                "C.on_before_backward", "M.on_before_backward", "M.backward", "C.on_after_backward", "M.on_after_backward",
                "C.on_before_optimizer_step", "M.on_before_optimizer_step",
                "M.closure",
                "C.on_before_backward", "M.on_before_backward", "M.backward", "C.on_after_backward", "M.on_after_backward",
                "C.on_before_optimizer_step", "M.on_before_optimizer_step",
                "C.on_train_batch_end(0)", "M.on_train_batch_end(0)",
            ],
            Between("M.on_train_epoch_start", "C.on_train_epoch_end"));
    }

    [Fact]
    public void Validation_twice_in_an_epoch_comes_behind_the_batches_that_it_is_due_after()
    {
        var model = new RecordingModel(_calls) { Source = Samples.Batches(4) };
        Quiet.Trainer(val_check_interval: 0.5, limit_val_batches: 1).fit(model);

        AssertCalls(
            [
                "M.on_train_batch_end(0)",
                "M.on_train_batch_end(1)", "M.on_validation_start", "M.validation_step(0,0)", "M.on_validation_end",
                "M.on_train_batch_end(2)",
                "M.on_train_batch_end(3)", "M.on_validation_start", "M.validation_step(0,0)", "M.on_validation_end",
                "M.on_train_epoch_end",
            ],
            Only("M.on_train_batch_end", "M.on_validation_start", "M.validation_step", "M.on_validation_end", "M.on_train_epoch_end"));
    }

    [Fact]
    public void Resumed_from_the_end_of_a_validation_neither_it_nor_its_batch_comes_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("validated.ckpt");
        Quiet.Trainer(callbacks: [new SaveAtValidationEnd(file)]).fit(new RecordingModel(_calls) { Source = Samples.Batches(2) });
        _calls.Clear();
        Quiet.Trainer(max_epochs: 2).fit(new RecordingModel(_calls) { Source = Samples.Batches(2) }, ckpt_path: file);

        AssertCalls(
            [
                "M.on_train_start",
                "M.on_train_epoch_end",
                "M.on_train_epoch_start", "M.on_train_batch_end(0)", "M.on_train_batch_end(1)", "M.on_validation_start", "M.on_validation_end",
                "M.on_train_epoch_end",
                "M.on_train_end",
            ],
            Only("M.on_train_start", "M.on_train_epoch", "M.on_train_batch_end", "M.on_validation_start", "M.on_validation_end", "M.on_train_end"));
    }

    [Fact]
    public void Nothing_to_train_leaves_the_ends_of_the_fit()
    {
        Quiet.Trainer(max_epochs: 0, num_sanity_val_steps: 2, callbacks: [new RecordingCallback(_calls)]).fit(new RecordingModel(_calls));

        AssertCalls(
        [
            "M.configure_callbacks", "M.prepare_data", "C.setup(fit)", "M.setup(fit)", "M.configure_model",
            "M.configure_optimizers",
            "C.on_fit_start", "M.on_fit_start",
            "M.zero_grad",
            "C.on_fit_end", "M.on_fit_end",
            "C.teardown(fit)", "M.teardown(fit)",
        ]);
    }

    [Theory]
    [InlineData("validate", "validation")]
    [InlineData("test", "test")]
    public void Evaluation_of_a_datamodule_on_several_loaders(string entry, string name)
    {
        var data = new SeveralLoaders();
        var model = new RecordingModel(_calls);
        var trainer = Quiet.Trainer(callbacks: [new RecordingCallback(_calls)]);
        _ = entry == "test" ? trainer.test(model, verbose: false, datamodule: data) : trainer.validate(model, verbose: false, datamodule: data);

        AssertCalls(
        [
            "M.configure_callbacks", "M.prepare_data", $"C.setup({entry})", $"M.setup({entry})", "M.configure_model",
            "M.zero_grad",
            $"M.on_{name}_model_eval",
            $"C.on_{name}_start", $"M.on_{name}_start",
            $"C.on_{name}_epoch_start", $"M.on_{name}_epoch_start",
            .. Batch(0, 0), .. Batch(1, 0), .. Batch(0, 1),
            $"C.on_{name}_epoch_end", $"M.on_{name}_epoch_end",
            $"C.on_{name}_end", $"M.on_{name}_end",
            $"C.teardown({entry})", $"M.teardown({entry})",
        ]);

        string[] Batch(int index, int loader) =>
        [
            .. Transfer,
            $"C.on_{name}_batch_start({index},{loader})", $"M.on_{name}_batch_start({index},{loader})",
            $"M.{name}_step({index},{loader})",
            $"C.on_{name}_batch_end({index},{loader})", $"M.on_{name}_batch_end({index},{loader})",
        ];
    }

    [Fact]
    public void Predictions_on_several_loaders()
    {
        Quiet.Trainer(callbacks: [new RecordingCallback(_calls)]).predict(new RecordingModel(_calls), new CombinedLoader(Samples.Batches(1), Samples.Batches(1)));

        AssertCalls(
        [
            "M.configure_callbacks", "M.prepare_data", "C.setup(predict)", "M.setup(predict)", "M.configure_model",
            "M.zero_grad",
            "M.on_predict_model_eval",
            "C.on_predict_start", "M.on_predict_start",
            "C.on_predict_epoch_start", "M.on_predict_epoch_start",
            .. Batch(0), .. Batch(1),
            "C.on_predict_epoch_end", "M.on_predict_epoch_end",
            "C.on_predict_end", "M.on_predict_end",
            "C.teardown(predict)", "M.teardown(predict)",
        ]);

        static string[] Batch(int loader) =>
        [
            .. Transfer,
            $"C.on_predict_batch_start(0,{loader})", $"M.on_predict_batch_start(0,{loader})",
            "M.predict_step(0)",
            $"C.on_predict_batch_end(0,{loader})", $"M.on_predict_batch_end(0,{loader})",
        ];
    }

    [Fact]
    public void A_module_that_brings_back_its_modes_itself_is_asked_to()
    {
        var model = new OwnModes(_calls) { Source = Samples.Batches(1) };
        Quiet.Trainer(num_sanity_val_steps: 0).fit(model);
        Quiet.Trainer().test(model, verbose: false);

        AssertCalls(
            ["M.on_validation_model_eval", "M.on_validation_end", "M.on_validation_model_train", "M.on_test_model_eval", "M.on_test_end", "M.on_test_model_train"],
            Only("M.on_validation_model_eval", "M.on_validation_end", "M.on_validation_model_train", "M.on_test_model_eval", "M.on_test_end", "M.on_test_model_train"));
    }

    [Fact]
    public void Callbacks_run_in_the_order_of_the_list_checkpoints_last_and_monitors_behind_the_modules_epoch_end()
    {
        using var folder = new TemporaryFolder();
        var checkpoint = new NotingCheckpoint(_calls);
        var trainer = Quiet.Trainer(
            limit_val_batches: 0, enable_checkpointing: true, callbacks: [checkpoint, new RecordingCallback(_calls, "B"), new Monitor(_calls), new Named(_calls)],
            default_root_dir: folder.Path);
        trainer.fit(new RecordingModel(_calls) { Source = Samples.Batches(1) });

        AssertCalls(
            ["B.on_train_epoch_end", "N.on_train_epoch_end", "M.on_train_epoch_end", "E.on_train_epoch_end", "K.on_train_epoch_end"],
            _calls.Where(call => call.EndsWith(".on_train_epoch_end", StringComparison.Ordinal)));
    }

    private IEnumerable<string> Between(string first, string last) => _calls.SkipWhile(call => call != first).Skip(1).TakeWhile(call => call != last);

    private IEnumerable<string> Only(params string[] beginnings) =>
        _calls.Where(call => Array.Exists(beginnings, beginning => call.StartsWith(beginning, StringComparison.Ordinal)));

    private void AssertCalls(IEnumerable<string> expected, IEnumerable<string>? calls = null) =>
        Assert.Equal(string.Join('\n', expected), string.Join('\n', calls ?? _calls));

    private sealed class Turns(List<string> calls) : RecordingModel(calls)
    {
        private readonly List<string> _notes = calls;

        public override object? training_step(Tensor batch, int batch_idx, int optimizer_idx)
        {
            _notes.Add($"M.training_step({batch_idx},{optimizer_idx})");
            return Loss(batch);
        }

        public override OptimizerConfig? configure_optimizers() =>
            new torch.optim.Optimizer[] { torch.optim.SGD([layer.weight!], 0.1), torch.optim.SGD([layer.bias!], 0.1) };
    }

    private sealed class ByHand(List<string> calls) : RecordingModel(calls)
    {
        private readonly List<string> _notes = calls;

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            _notes.Add($"M.training_step({batch_idx})");
            var (first, second) = (optimizers()[0], optimizers()[1]);
            first.zero_grad();
            manual_backward(Loss(batch));
            first.step();
            second.step(() =>
            {
                _notes.Add("M.closure");
                second.zero_grad();
                var loss = Loss(batch);
                manual_backward(loss);
                return loss;
            });
            return null;
        }

        public override OptimizerConfig? configure_optimizers() =>
            new torch.optim.Optimizer[] { torch.optim.SGD([layer.weight!], 0.1), torch.optim.SGD([layer.bias!], 0.1) };
    }

    private sealed class OwnModes(List<string> calls) : RecordingModel(calls)
    {
        private readonly List<string> _notes = calls;

        public override void on_validation_model_train()
        {
            _notes.Add("M.on_validation_model_train");
            base.on_validation_model_train();
        }

        public override void on_test_model_train()
        {
            _notes.Add("M.on_test_model_train");
            base.on_test_model_train();
        }
    }

    private sealed class SeveralLoaders : LightningDataModule
    {
        public override System.Collections.IEnumerable? val_dataloader() => new CombinedLoader(Samples.Batches(2), Samples.Batches(1));

        public override System.Collections.IEnumerable? test_dataloader() => val_dataloader();
    }

    private sealed class SaveAtValidationEnd(string file) : Callback
    {
        public override void on_validation_end(Trainer trainer, LightningModule pl_module) => trainer.save_checkpoint(file);
    }

    private sealed class NotingCheckpoint(List<string> calls) : Checkpoint
    {
        public override bool AfterModuleOnTrainEpochEnd => true;

        public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => calls.Add("K.on_train_epoch_end");
    }

    private sealed class Monitor(List<string> calls) : Callback
    {
        public override bool AfterModuleOnTrainEpochEnd => true;

        public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => calls.Add("E.on_train_epoch_end");
    }

    private sealed class Named(List<string> calls) : Callback
    {
        public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => calls.Add("N.on_train_epoch_end");
    }
}
