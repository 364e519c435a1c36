using System.Text.Json;

namespace Lightning.Tests.Profilers;

public sealed class ProfilerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Messages _messages = new();

    public void Dispose()
    {
        _messages.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Simple_counts_every_action_by_its_name()
    {
        var profiler = new SimpleProfiler();
        Fit(profiler, new EpochCounter());

        var calls = profiler.recorded_durations.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        Assert.Equal(6, calls["[Strategy]SingleDeviceStrategy.training_step"]);
        Assert.Equal(6, calls["[Strategy]SingleDeviceStrategy.backward"]);
        Assert.Equal(4, calls["[Strategy]SingleDeviceStrategy.validation_step"]);
        Assert.Equal(10, calls["[Strategy]SingleDeviceStrategy.batch_to_device"]);
        Assert.Equal(6, calls["run_training_batch"]);
        Assert.Equal(2, calls["run_training_epoch"]);
        Assert.Equal(6, calls["[LightningModule]BoringModel.optimizer_step"]);
        Assert.Equal(2, calls["[Callback]EpochCounter.on_train_epoch_end"]);
        Assert.Equal(2, calls["[LightningModule]BoringModel.on_train_epoch_end"]);
        Assert.DoesNotContain("[Callback]EpochCounter.on_train_batch_end", calls.Keys);
        // One more look than batches: the one that finds the end.
        Assert.Equal(8, calls["[_TrainingEpochLoop].train_dataloader_next"]);
    }

    [Fact]
    public void The_summary_goes_to_the_file_of_stage_and_rank()
    {
        Fit(new SimpleProfiler(_folder.Path, "times"));
        var text = File.ReadAllText(_folder.File("fit-times-0.txt"));
        Assert.Contains("Mean duration (s)", text, StringComparison.Ordinal);
        Assert.Contains("run_training_batch", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_the_summary_is_printed()
    {
        Fit("simple");
        Assert.Contains(_messages.All, message => message.Text.Contains("Simple profile", StringComparison.Ordinal));
    }

    [Fact]
    public void Advanced_tells_own_time_from_that_of_inner_actions()
    {
        var profiler = new AdvancedProfiler();
        Fit(profiler);
        var section = profiler.summary().Split("\n\n").Single(part => part.StartsWith("run_training_batch", StringComparison.Ordinal));
        Assert.Contains("6 calls", section, StringComparison.Ordinal);
        Assert.Contains("6 x  [LightningModule]BoringModel.optimizer_step", section, StringComparison.Ordinal);

        var one = new AdvancedProfiler(line_count_restriction: 1);
        Fit(one);
        Assert.Equal(4, one.summary().Split("\n\n").Single(part => part.StartsWith("run_training_epoch", StringComparison.Ordinal)).Split('\n').Length);
    }

    [Fact]
    public void Torch_writes_a_trace_with_operators_inside_the_actions()
    {
        var profiler = new PyTorchProfiler(_folder.Path, "ops");
        Fit(profiler);

        var file = Assert.Single(profiler.trace_files);
        Assert.Equal(_folder.File("fit-ops-0.pt.trace.json"), file);
        using var trace = JsonDocument.Parse(File.ReadAllText(file));
        var names = trace.RootElement.GetProperty("traceEvents").EnumerateArray()
            .Where(entry => entry.TryGetProperty("name", out _)).Select(entry => entry.GetProperty("name").GetString()).ToHashSet();
        Assert.Contains("[pl][profile]run_training_batch", names);
        Assert.Contains("[pl][profile][Strategy]SingleDeviceStrategy.training_step", names);
        Assert.Contains("aten::linear", names);
        Assert.Contains("aten::linear", File.ReadAllText(_folder.File("fit-ops-0.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Torch_with_a_schedule_writes_one_trace_for_each_cycle_of_steps()
    {
        // Ten steps of training and validation: a step that waits and two that record, three times.
        var profiler = new PyTorchProfiler(_folder.Path, "ops", schedule: torch.profiler.schedule(wait: 1, warmup: 0, active: 2, repeat: 3));
        Fit(profiler);
        Assert.Equal(3, profiler.trace_files.Count);
    }

    [Fact]
    public void A_failed_run_leaves_a_profiler_that_runs_again()
    {
        foreach (Profiler profiler in (Profiler[])[new SimpleProfiler(), new AdvancedProfiler(), new PyTorchProfiler(_folder.Path)])
        {
            var failing = new ScriptedModel { Training = (_, batch) => { if (batch == 1) { throw new IOException("broken"); } } };
            Assert.Throws<IOException>(() => Quiet.Trainer(profiler: profiler).fit(failing));
            Fit(profiler);
            Assert.Contains("training_step", profiler.summary(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Actions_cannot_be_started_twice_or_stopped_unstarted()
    {
        foreach (var profiler in (Profiler[])[new SimpleProfiler(), new AdvancedProfiler()])
        {
            Assert.Throws<InvalidOperationException>(() => profiler.stop("mine"));
            using (profiler.profile("mine"))
            {
                Assert.Throws<InvalidOperationException>(() => profiler.start("mine"));
            }

            Assert.Contains("mine", profiler.summary(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_name_is_an_error() => Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(profiler: "fast"));

    private static void Fit(Profiler profiler, params Callback[] callbacks) =>
        Quiet.Trainer(max_epochs: 2, limit_train_batches: 3, limit_val_batches: 2, profiler: profiler, callbacks: callbacks).fit(new BoringModel());

    private sealed class EpochCounter : Callback
    {
        private int _epochs;

        public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => _epochs++;
    }
}
