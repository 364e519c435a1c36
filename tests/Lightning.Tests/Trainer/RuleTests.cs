namespace Lightning.Tests.TrainerTests;

/// <summary>The rules of the Trainer's arguments and entry points, one test for each that no other file has.</summary>
public sealed class RuleTests
{
    [Fact]
    public void The_sanity_check_leaves_no_trace_in_the_random_numbers()
    {
        Assert.Equal(Train(0), Train(2));
        Assert.Equal(Train(0), Train(-1));

        static float[] Train(int sanity)
        {
            torch.manual_seed(8);
            var model = new DroppingModel();
            Quiet.Trainer(num_sanity_val_steps: sanity, max_steps: 3).fit(model);
            return model.Weights();
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(-1, 2)]
    public void Num_sanity_val_steps_counts_batches_and_minus_one_takes_all(int steps, int expected)
    {
        var seen = 0;
        var model = new ScriptedModel { Validation = (module, _, _) => seen += module.trainer.sanity_checking ? 1 : 0 };
        Quiet.Trainer(num_sanity_val_steps: steps).fit(model);

        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Metrics_of_the_sanity_check_reach_nobody()
    {
        var logger = new RecordingLogger();
        var model = new ScriptedModel { Validation = (module, _, _) => module.log("val", 1.0) };
        var trainer = Quiet.Trainer(num_sanity_val_steps: 2, max_epochs: 0, logger: logger);
        trainer.fit(model);

        Assert.Empty(trainer.callback_metrics);
        Assert.Empty(logger.Rows);
    }

    [Fact]
    public void Check_val_every_n_epoch_validates_in_every_nth()
    {
        var epochs = new List<int>();
        var model = new ScriptedModel { ValidationEpochEnd = module => epochs.Add(module.current_epoch) };
        Quiet.Trainer(max_epochs: 5, check_val_every_n_epoch: 2).fit(model);

        Assert.Equal([1, 3], epochs);
    }

    [Fact]
    public void Val_check_interval_as_a_time_is_looked_at_after_each_batch()
    {
        var validations = 0;
        var model = new ScriptedModel { Validation = (_, batch, _) => validations += batch == 0 ? 1 : 0 };
        Quiet.Trainer(val_check_interval: TimeSpan.FromTicks(1)).fit(model);

        Assert.Equal(4, validations);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void A_clip_value_of_zero_or_less_clips_nothing(double limit) => Assert.Equal(Clipped(null), Clipped(limit));

    [Fact]
    public void Clip_gradients_with_other_settings_than_the_Trainers_is_an_error()
    {
        Says(() => Quiet.Trainer(gradient_clip_val: 1).fit(new ClippingModel(2, null)), "contradicts");
        Says(() => Quiet.Trainer(gradient_clip_val: 1, gradient_clip_algorithm: "norm").fit(new ClippingModel(1, "value")), "gradient_clip_algorithm");
        Says(() => Quiet.Trainer().fit(new ClippingModel(1, "max")), "max");
    }

    [Fact]
    public void Fast_dev_run_takes_n_batches_of_every_stage()
    {
        var model = new BoringModel();
        var trainer = Quiet.Trainer(max_epochs: 5, fast_dev_run: 3);
        trainer.fit(model);

        Assert.Equal(3, trainer.global_step);
        Assert.Equal(3, model.Losses.Count);
        Assert.Equal([3L], trainer.num_val_batches);
        Assert.Equal(3, trainer.predict(model).Count);
    }

    [Fact]
    public void Estimated_steps_are_capped_and_without_a_limit_have_no_end()
    {
        Assert.Equal(double.PositiveInfinity, Estimate(-1, -1, 1));
        Assert.Equal(5, Estimate(10, 5, 1));
        Assert.Equal(220, Estimate(10, -1, 3));

        static double Estimate(int epochs, long steps, int accumulate)
        {
            var estimate = 0.0;
            var model = new EstimatingModel(value => estimate = value);
            Quiet.Trainer(max_epochs: epochs, max_steps: steps, accumulate_grad_batches: accumulate, callbacks: [new StopAtOnce()]).fit(model);
            return estimate;
        }
    }

    [Fact]
    public void Reloading_asks_for_the_loaders_every_n_epochs()
    {
        var calls = new List<string>();
        new Trainer(
            accelerator: "cpu", max_epochs: 5, reload_dataloaders_every_n_epochs: 2, logger: false, enable_checkpointing: false, enable_progress_bar: false,
            enable_model_summary: false, num_sanity_val_steps: 0).fit(new RecordingModel(calls) { Source = Samples.Batches(1) });

        Assert.Equal(3, calls.Count(call => call == "M.train_dataloader"));
    }

    [Fact]
    public void A_skipped_batch_changes_nothing()
    {
        var model = new SkippingModel();
        var before = model.Weights();
        Quiet.Trainer(limit_val_batches: 0, limit_train_batches: 3).fit(model);

        Assert.Equal(before, model.Weights());
    }

    [Fact]
    public void Predictions_of_several_loaders_are_a_list_for_each()
    {
        var results = Quiet.Trainer().predict(new BoringModel(), new CombinedLoader(Samples.Batches(2), Samples.Batches(3)));

        Assert.Equal([2, 3], results.Select(result => ((IReadOnlyList<object?>)result!).Count));
    }

    [Fact]
    public void Epoch_is_counted_from_zero_inside_an_epoch_and_is_their_number_after_the_fit()
    {
        using var folder = new TemporaryFolder();
        var trainer = Quiet.Trainer(max_epochs: 2, limit_val_batches: 0, enable_checkpointing: true, callbacks: [new ModelCheckpoint(folder.Path)]);
        trainer.fit(new BoringModel());
        trainer.save_checkpoint(folder.File("after.ckpt"));

        Assert.Equal(1, CheckpointFile.Read(trainer.checkpoint_callback!.best_model_path).Number("epoch"));
        Assert.Equal(2, CheckpointFile.Read(folder.File("after.ckpt")).Number("epoch"));
    }

    [Fact]
    public void Callbacks_of_a_checkpoint_that_are_missing_are_named()
    {
        using var folder = new TemporaryFolder();
        var first = Quiet.Trainer(limit_val_batches: 0, callbacks: [new Timer("01:00:00:00")]);
        first.fit(new BoringModel());
        first.save_checkpoint(folder.File("a.ckpt"));
        using var messages = new Messages();
        Quiet.Trainer(limit_val_batches: 0).fit(new BoringModel(), ckpt_path: folder.File("a.ckpt"));

        Assert.Single(messages.Warnings, text => text.Contains("Timer", StringComparison.Ordinal));
    }

    [Fact]
    public void OneCycle_that_would_advance_with_epochs_warns()
    {
        using var messages = new Messages();
        Quiet.Trainer(limit_val_batches: 0, limit_train_batches: 1).fit(new OneCycleModel());

        Assert.Single(messages.Warnings, text => text.Contains("OneCycleLR", StringComparison.Ordinal));
    }

    [Fact]
    public void Hpc_takes_the_file_with_the_highest_number()
    {
        using var folder = new TemporaryFolder();
        Says(() => Quiet.Trainer(default_root_dir: folder.Path).fit(new BoringModel(), ckpt_path: "hpc"), "hpc_ckpt_");
        foreach (var (number, epochs) in new[] { (2, 1), (10, 2) })
        {
            var trainer = Quiet.Trainer(max_epochs: epochs, limit_val_batches: 0);
            trainer.fit(new BoringModel());
            trainer.save_checkpoint(folder.File($"hpc_ckpt_{number}.ckpt"));
        }

        var model = new BoringModel();
        Quiet.Trainer(max_epochs: 3, limit_val_batches: 0, default_root_dir: folder.Path).fit(model, ckpt_path: "hpc");
        Assert.Equal(64, model.Losses.Count);
    }

    [Fact]
    public void A_fit_goes_on_where_the_one_before_failed()
    {
        using var folder = new TemporaryFolder();
        torch.manual_seed(3);
        var whole = new BoringModel();
        Quiet.Trainer(limit_val_batches: 0).fit(whole);
        torch.manual_seed(3);
        Assert.Throws<InvalidOperationException>(() => Fit(new BoringModel(), new FailAt(20)));
        var resumed = new BoringModel();
        Fit(resumed, null);

        Assert.Equal(whole.Weights(), resumed.Weights());
        Assert.Equal(44, resumed.Losses.Count);

        void Fit(BoringModel model, Callback? failing) =>
            Quiet.Trainer(limit_val_batches: 0, enable_checkpointing: true, callbacks: [.. failing is null ? [] : new[] { failing }, new OnExceptionCheckpoint(folder.Path)]).fit(model);
    }

    [Fact]
    public void Deterministic_algorithms_ask_cuBLAS_for_a_workspace()
    {
        var before = Environment.GetEnvironmentVariable("CUBLAS_WORKSPACE_CONFIG");
        Environment.SetEnvironmentVariable("CUBLAS_WORKSPACE_CONFIG", null);
        try
        {
            new Trainer(
                accelerator: "cpu", max_steps: 1, deterministic: true, logger: false, enable_checkpointing: false, enable_progress_bar: false,
                enable_model_summary: false).fit(new BoringModel());
            Assert.Equal(":4096:8", Environment.GetEnvironmentVariable("CUBLAS_WORKSPACE_CONFIG"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("CUBLAS_WORKSPACE_CONFIG", before);
        }
    }

    private static float[] Clipped(double? limit)
    {
        torch.manual_seed(2);
        var model = new BoringModel();
        Quiet.Trainer(limit_val_batches: 0, gradient_clip_val: limit).fit(model);
        return model.Weights();
    }

    private static void Says(Action action, params string[] parts)
    {
        var message = Assert.Throws<MisconfigurationException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private sealed class DroppingModel() : BoringModel(dropout: 0.5)
    {
        public override object? validation_step(Tensor batch, int batch_idx)
        {
            using var drawn = torch.rand(5);
            return null;
        }
    }

    private sealed class ClippingModel(double limit, string? algorithm) : BoringModel
    {
        public override void configure_gradient_clipping(torch.optim.Optimizer optimizer, double? gradient_clip_val, string? gradient_clip_algorithm) =>
            clip_gradients(optimizer, limit, algorithm);
    }

    private sealed class EstimatingModel(Action<double> take) : BoringModel
    {
        public override OptimizerConfig? configure_optimizers()
        {
            take(trainer.estimated_stepping_batches);
            return base.configure_optimizers();
        }
    }

    private sealed class SkippingModel : BoringModel
    {
        public override Tensor? training_step(Tensor batch, int batch_idx) => null;
    }

    private sealed class OneCycleModel : BoringModel
    {
        public override OptimizerConfig? configure_optimizers()
        {
            var optimizer = torch.optim.SGD(parameters(), 0.1);
            return (optimizer, torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 10));
        }
    }

    private sealed class StopAtOnce : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) =>
            trainer.should_stop = true;
    }

    private sealed class FailAt(int batch) : Callback
    {
        public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch1, int batch_idx)
        {
            if (batch_idx == batch)
            {
                throw new InvalidOperationException("on purpose");
            }
        }
    }
}
