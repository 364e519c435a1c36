using System.Text.Json;

namespace Lightning.Tests.Callbacks;

public sealed class SmallCallbackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Messages _messages = new();

    public void Dispose()
    {
        _messages.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Accumulation_changes_with_the_epoch()
    {
        List<long> steps = [];
        var trainer = Quiet.Trainer(max_epochs: 4, limit_train_batches: 6, limit_val_batches: 0, callbacks:
        [
            new GradientAccumulationScheduler(new Dictionary<int, int> { [1] = 2, [3] = 4 }),
            new LambdaCallback(on_train_epoch_end: (trainer, _) => steps.Add(trainer.global_step)),
        ]);
        trainer.fit(new BoringModel());
        Assert.Equal([6, 9, 12, 14], steps);
        Assert.Equal(1, trainer.accumulate_grad_batches);

        Assert.Throws<MisconfigurationException>(() => new GradientAccumulationScheduler(new Dictionary<int, int>()));
        Assert.Throws<MisconfigurationException>(() => new GradientAccumulationScheduler(new Dictionary<int, int> { [-1] = 2 }));
        Assert.Throws<MisconfigurationException>(() => new GradientAccumulationScheduler(new Dictionary<int, int> { [1] = 0 }));
        Assert.Contains(
            "exclude each other",
            Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(
                accumulate_grad_batches: 2, callbacks: [new GradientAccumulationScheduler(new Dictionary<int, int> { [1] = 2 })]).fit(new BoringModel())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_lambda_is_called_at_its_hooks_only()
    {
        List<string> calls = [];
        var lambda = new LambdaCallback(setup: (_, _, stage) => calls.Add(stage), on_train_end: (trainer, _) => calls.Add($"end {trainer.global_step}"));
        Assert.True(lambda.Wants(Hook.setup));
        Assert.False(lambda.Wants(Hook.on_train_batch_end));
        Quiet.Trainer(limit_train_batches: 2, callbacks: [lambda]).fit(new BoringModel());
        Assert.Equal(["fit", "end 2"], calls);
    }

    [Fact]
    public void A_failed_fit_leaves_a_checkpoint_that_the_next_goes_on_from_and_removes()
    {
        var callback = new OnExceptionCheckpoint(_folder.Path);
        Assert.Throws<IOException>(() => Quiet.Trainer(limit_val_batches: 0, enable_checkpointing: true, callbacks: [callback]).fit(Failing(at: 2)));
        Assert.True(File.Exists(callback.ckpt_path));

        var trainer = Quiet.Trainer(limit_val_batches: 0, enable_checkpointing: true, callbacks: [new OnExceptionCheckpoint(_folder.Path)]);
        var model = Failing(at: -1);
        trainer.fit(model, ckpt_path: "last");
        Assert.Equal(4, trainer.global_step);
        Assert.False(File.Exists(callback.ckpt_path));
    }

    [Fact]
    public void A_fit_that_never_trains_leaves_the_checkpoint_of_the_one_before_alone()
    {
        var callback = new OnExceptionCheckpoint(_folder.Path);
        File.WriteAllText(callback.ckpt_path, "of the one before");
        var failing = new ScriptedModel { FitStart = _ => throw new IOException("broken") };
        Assert.Throws<IOException>(() => Quiet.Trainer(enable_checkpointing: true, callbacks: [callback]).fit(failing));
        Assert.Equal("of the one before", File.ReadAllText(callback.ckpt_path));
    }

    [Fact]
    public void A_spike_stops_training_and_is_written_down()
    {
        var values = new[] { 1.0, 1.1, 0.9, 1.0, 50.0, 1.0 };
        var callback = new SpikeDetection(exclude_batches_path: _folder.File("bad.json"));
        var exception = Assert.Throws<TrainingSpikeException>(() => Fit(values, callback));
        Assert.Equal(4, exception.batch_idx);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("bad.json")));
        Assert.Equal([4], json.RootElement.EnumerateArray().Select(entry => entry.GetInt32()));
        Assert.Equal([4L], callback.bad_batches);

        // A fall is better, a rise within the tolerances is none, and warming up nothing counts.
        Fit([5, 5, 0.1, 0.15, 0.2], new SpikeDetection());
        Fit([1, 50, 50], new SpikeDetection(warmup: 3));
        Assert.Throws<TrainingSpikeException>(() => Fit([1, 1, 0.1], new SpikeDetection("max", atol: 0.5, rtol: null)));
        Assert.Throws<TrainingSpikeException>(() => Fit([double.NaN], new SpikeDetection()));
        Fit([double.NaN], new SpikeDetection(finite_only: false));
    }

    [Fact]
    public void A_timer_measures_stages_and_keeps_them_over_a_resume()
    {
        var timer = new Timer();
        var trainer = Quiet.Trainer(limit_train_batches: 2, limit_val_batches: 1, callbacks: [timer]);
        trainer.fit(new BoringModel());
        Assert.True(timer.time_elapsed() > TimeSpan.Zero);
        Assert.True(timer.time_elapsed("validate") > TimeSpan.Zero);
        Assert.True(timer.time_elapsed("validate") < timer.time_elapsed());
        Assert.Equal(TimeSpan.Zero, timer.time_elapsed("test"));
        Assert.Null(timer.time_remaining());

        var next = new Timer("00:00:01:00");
        next.load_state_dict(timer.state_dict());
        Assert.Equal(timer.time_elapsed(), next.time_elapsed());
        Assert.True(next.time_remaining() < TimeSpan.FromMinutes(1));

        var late = new Timer("00:00:00:01");
        late.load_state_dict(new Dictionary<string, object?> { ["time_elapsed"] = new Dictionary<string, object?> { ["train"] = 5.0 } });
        var stopped = Quiet.Trainer(max_epochs: 5, callbacks: [late]);
        stopped.fit(new BoringModel());
        Assert.Equal(0, stopped.global_step);
        var least = Quiet.Trainer(max_epochs: 5, min_epochs: 0, min_steps: 3, limit_train_batches: 9, callbacks: [late]);
        least.fit(new BoringModel());
        Assert.Equal(3, least.global_step);
    }

    [Fact]
    public void Speeds_and_device_statistics_go_to_the_loggers()
    {
        var logger = new RecordingLogger();
        Quiet.Trainer(limit_train_batches: 6, limit_val_batches: 0, log_every_n_steps: 2, logger: logger, callbacks:
        [
            new ThroughputMonitor(length_fn: _ => 32),
            new DeviceStatsMonitor(filter_keys: ["cpu_percent", "cpu_process_bytes"]),
        ]).fit(new BoringModel());

        Assert.Equal([2.0, 4.0, 6.0], logger.Of("train/samples").Select(entry => entry.Value));
        Assert.Equal([64.0, 128.0, 192.0], logger.Of("train/items").Select(entry => entry.Value));
        Assert.All(logger.Of("train/device/samples_per_sec"), entry => Assert.True(entry.Value > 0));
        Assert.Equal([1L, 3L, 5L], logger.Of("DeviceStatsMonitor.on_train_batch_start/cpu_percent").Select(entry => entry.Step));
        Assert.All(logger.Of("DeviceStatsMonitor.on_train_batch_end/cpu_process_bytes"), entry => Assert.True(entry.Value > 1e6));
        Assert.Empty(logger.Of("DeviceStatsMonitor.on_train_batch_end/cpu_vm_percent"));
        Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(callbacks: [new ThroughputMonitor()]).fit(new BoringModel()));
        Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(callbacks: [new DeviceStatsMonitor()]).fit(new BoringModel()));
    }

    [Theory]
    [InlineData("batch", 3, 0)]
    [InlineData("epoch", 0, 1)]
    [InlineData("batch_and_epoch", 3, 1)]
    public void Predictions_are_written_with_the_places_of_their_samples(string interval, int batches, int epochs)
    {
        var writer = new Writer(interval);
        var dataset = torch.utils.data.TensorDataset(torch.randn([5, 32]));
        using var loader = torch.utils.data.DataLoader(dataset, 2, shuffle: false);
        Quiet.Trainer(callbacks: [writer]).predict(new ListModel(), loader, return_predictions: false);
        Assert.Equal(batches, writer.Batches.Count);
        Assert.Equal(epochs, writer.Epochs.Count);
        Assert.All(writer.Batches.Concat(writer.Epochs), text => Assert.Contains(text, (string[])["0 1:2", "2 3:2", "4:1", "0 1:2|2 3:2|4:1"]));
    }

    private void Fit(double[] losses, Callback callback) => Quiet.Trainer(
        limit_train_batches: losses.Length, limit_val_batches: 0, callbacks: [callback], default_root_dir: _folder.Path).fit(new Losses(losses));

    private static ScriptedModel Failing(int at) => new()
    {
        Training = (_, batch) =>
        {
            if (batch == at)
            {
                throw new IOException("broken");
            }
        },
    };

    private sealed class Losses(double[] values) : BoringModel
    {
        public override Tensor? training_step(Tensor batch, int batch_idx) => (Loss(batch) * 0) + values[batch_idx];
    }

    private sealed class ListModel : LightningModule<IList<Tensor>>
    {
        public override object? predict_step(IList<Tensor> batch, int batch_idx) => batch[0] * 2;
    }

    private sealed class Writer(string interval) : BasePredictionWriter(interval)
    {
        internal List<string> Batches { get; } = [];

        internal List<string> Epochs { get; } = [];

        public override void write_on_batch_end(
            Trainer trainer, LightningModule pl_module, object? prediction, IReadOnlyList<long>? batch_indices, object batch, int batch_idx, int dataloader_idx) =>
            Batches.Add(Text(prediction, batch_indices));

        public override void write_on_epoch_end(
            Trainer trainer, LightningModule pl_module, IReadOnlyList<IReadOnlyList<object?>> predictions, IReadOnlyList<IReadOnlyList<IReadOnlyList<long>?>> batch_indices) =>
            Epochs.Add(string.Join('|', predictions[0].Zip(batch_indices[0], Text)));

        private static string Text(object? prediction, IReadOnlyList<long>? indices) => $"{string.Join(' ', indices!)}:{((Tensor)prediction!).size(0)}";
    }
}
