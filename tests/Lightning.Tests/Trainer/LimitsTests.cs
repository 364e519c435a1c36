namespace Lightning.Tests.TrainerTests;

/// <summary>How far a run goes.</summary>
public sealed class LimitsTests
{
    [Fact]
    public void Max_steps_stops_inside_an_epoch_and_the_epoch_still_ends()
    {
        var calls = new List<string>();
        var model = new RecordingModel(calls) { Source = Samples.Batches(4) };
        var trainer = Quiet.Trainer(max_epochs: -1, max_steps: 6, limit_val_batches: 0);
        trainer.fit(model);

        Assert.Equal(6, trainer.global_step);
        Assert.Equal(2, trainer.current_epoch);
        Assert.Equal(2, calls.Count(call => call == "M.on_train_epoch_end"));
    }

    [Fact]
    public void Max_steps_counts_optimizer_steps_not_batches()
    {
        var model = new BoringModel();
        var trainer = Quiet.Trainer(max_epochs: -1, max_steps: 3, limit_val_batches: 0, accumulate_grad_batches: 4);
        trainer.fit(model);

        Assert.Equal(12, model.Losses.Count);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(-1, 0)]
    public void Zero_epochs_or_steps_train_nothing(int epochs, int steps)
    {
        var model = new BoringModel();
        Quiet.Trainer(max_epochs: epochs, max_steps: steps).fit(model);
        Assert.Empty(model.Losses);
    }

    [Fact]
    public void Limits_take_numbers_and_fractions()
    {
        var model = new BoringModel();
        var trainer = Quiet.Trainer(limit_train_batches: 0.25, limit_val_batches: 3);
        trainer.fit(model);

        Assert.Equal(16 + 3, model.Losses.Count + (int)trainer.num_val_batches[0]!);
        Assert.Equal(16, trainer.num_training_batches);
    }

    [Fact]
    public void A_limit_of_zero_does_not_even_ask_for_the_loader()
    {
        var calls = new List<string>();
        Quiet.Trainer(limit_val_batches: 0).fit(new RecordingModel(calls));
        Assert.DoesNotContain("M.val_dataloader", calls);
    }

    [Fact]
    public void Fast_dev_run_runs_one_batch_of_everything_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var calls = new List<string>();
        var trainer = new Trainer(
            accelerator: "cpu", fast_dev_run: true, enable_progress_bar: false, enable_model_summary: false, default_root_dir: folder.Path);
        trainer.fit(new RecordingModel(calls));

        Assert.Single(calls, call => call.StartsWith("M.training_step", StringComparison.Ordinal));
        Assert.Single(calls, call => call.StartsWith("M.validation_step", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.25, 4)]
    public void Val_check_interval_as_a_fraction(double interval, int expected) => Assert.Equal(expected, Validations(interval, 1, epochs: 1));

    [Fact]
    public void Val_check_interval_as_batches_within_and_across_epochs()
    {
        Assert.Equal(2, Validations(3, 1, epochs: 1));
        Assert.Equal(1, Validations(10, null, epochs: 2));
        Assert.Equal(1, Validations(1.0, 2, epochs: 3));
    }

    [Fact]
    public void Min_epochs_and_min_steps_win_over_a_stop()
    {
        var byEpochs = Quiet.Trainer(max_epochs: 5, min_epochs: 3, limit_val_batches: 0);
        byEpochs.fit(new ScriptedModel { Training = (m, _) => m.trainer.should_stop = true });
        Assert.Equal(3, byEpochs.current_epoch);

        var bySteps = Quiet.Trainer(max_epochs: 5, min_steps: 6, limit_val_batches: 0);
        bySteps.fit(new ScriptedModel { Training = (m, _) => m.trainer.should_stop = true });
        Assert.Equal(6, bySteps.global_step);
    }

    [Fact]
    public void A_stop_ends_the_epoch_after_the_batch()
    {
        var model = new BoringModel();
        var trainer = Quiet.Trainer(max_epochs: 5, limit_val_batches: 0, callbacks: [new StopAfter(5)]);
        trainer.fit(model);

        Assert.Equal(5, model.Losses.Count);
        Assert.Equal(1, trainer.current_epoch);
    }

    [Fact]
    public void A_time_limit_stops()
    {
        var trainer = Quiet.Trainer(max_epochs: -1, max_time: TimeSpan.Zero, limit_val_batches: 0);
        trainer.fit(new BoringModel());
        Assert.Equal(1, trainer.global_step);
    }

    [Fact]
    public void Overfitting_takes_the_same_batches_in_every_epoch()
    {
        var model = new SeenModel();
        Quiet.Trainer(max_epochs: 3, overfit_batches: 2).fit(model, Random(), Samples.Batches(4));
        Assert.Equal(6, model.Seen.Count);
        Assert.Equal(2, model.Seen.Distinct().Count());

        static IEnumerable<Tensor> Random()
        {
            while (true)
            {
                yield return torch.randn(1, 32);
            }
        }
    }

    [Fact]
    public void An_unsized_loader_knows_its_last_batch()
    {
        var last = new List<bool>();
        var trainer = Quiet.Trainer(limit_val_batches: 0, callbacks: [new LastBatches(last)]);
        trainer.fit(new BoringModel(), Samples.Batches(3).Select(batch => batch));
        Assert.Equal([false, false, true], last);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_data_loader_over_a_stream_knows_its_last_batch_and_its_batches_live_until_they_are_trained(bool disposeBatch)
    {
        var last = new List<bool>();
        var model = new SeenModel();
        var loader = torch.utils.data.DataLoader(new Rows(10), batch_size: 3, disposeBatch: disposeBatch);
        Quiet.Trainer(limit_val_batches: 0, callbacks: [new LastBatches(last)]).fit(model, loader);

        Assert.Equal([96f, 384f, 672f, 288f], model.Seen);
        Assert.Equal([false, false, false, true], last);
    }

    [Fact]
    public void Estimated_stepping_batches_counts_windows_and_epochs()
    {
        var trainer = Quiet.Trainer(max_epochs: 3, accumulate_grad_batches: 3, limit_val_batches: 0);
        trainer.fit(new BoringModel());
        Assert.Equal(66, trainer.estimated_stepping_batches);
        Assert.Equal(66, trainer.global_step);
    }

    [Fact]
    public void Modes_come_back_as_they_were_after_validation()
    {
        var model = new ModeModel();
        model.layer.eval();
        Quiet.Trainer().fit(model);
        Assert.True(model.training);
        Assert.False(model.layer.training);
    }

    [Fact]
    public void Predictions_come_back_alive()
    {
        var outputs = Quiet.Trainer().predict<Tensor>(new BoringModel(), Samples.Batches(3, size: 5));
        Assert.Equal(3, outputs.Count);
        Assert.All(outputs, output => Assert.Equal([5, 2], output.shape));
    }

    private static int Validations(CheckInterval interval, int? everyEpochs, int epochs)
    {
        var calls = new List<string>();
        var model = new RecordingModel(calls) { Source = Samples.Batches(8) };
        Quiet.Trainer(max_epochs: epochs, limit_val_batches: 1, val_check_interval: interval, check_val_every_n_epoch: everyEpochs).fit(model);
        return calls.Count(call => call == "M.on_validation_start");
    }

    private sealed class ModeModel : BoringModel;

    private sealed class SeenModel : BoringModel
    {
        internal List<float> Seen { get; } = [];

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            Seen.Add(batch.sum().item<float>());
            return Loss(batch);
        }
    }

    private sealed class Rows(int count) : torch.utils.data.IterableDataset<Tensor>
    {
        public override IEnumerator<Tensor> GetEnumerator()
        {
            for (var i = 0; i < count; i++)
            {
                yield return torch.full([32], (float)i);
            }
        }
    }

    private sealed class StopAfter(int steps) : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) =>
            trainer.should_stop |= trainer.global_step >= steps;
    }

    private sealed class LastBatches(List<bool> last) : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) =>
            last.Add(trainer.is_last_batch);
    }
}
