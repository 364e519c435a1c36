namespace Lightning.Tests.Callbacks;

public sealed class ModelCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keeps_the_k_best_and_knows_the_best()
    {
        var checkpoint = new ModelCheckpoint(_folder.Path, "{epoch}-{x:.1f}", monitor: "x", save_top_k: 2);
        Run(checkpoint, [5, 3, 4, 1, 2]);

        Assert.Equal(["epoch=3-x=1.0.ckpt", "epoch=4-x=2.0.ckpt"], Files());
        Assert.Equal(1.0, checkpoint.best_model_score);
        Assert.Equal(_folder.File("epoch=3-x=1.0.ckpt"), checkpoint.best_model_path);
        Assert.Equal(_folder.File("epoch=4-x=2.0.ckpt"), checkpoint.kth_best_model_path);
    }

    [Fact]
    public void Mode_max_and_not_a_number()
    {
        var checkpoint = new ModelCheckpoint(_folder.Path, "{epoch}", monitor: "x", mode: "max");
        Run(checkpoint, [double.NaN, 2, double.NaN, 1]);

        Assert.Equal(["epoch=1.ckpt"], Files());
        Assert.Equal(2.0, checkpoint.best_model_score);
    }

    [Fact]
    public void Without_a_metric_the_latest_is_kept_or_all()
    {
        Run(new ModelCheckpoint(_folder.Path), [1, 2, 3]);
        Assert.Equal(["epoch=2-step=3.ckpt"], Files());

        Run(new ModelCheckpoint(_folder.Path, "all-{epoch}", save_top_k: -1), [1, 2, 3]);
        Assert.Equal(["all-epoch=0.ckpt", "all-epoch=1.ckpt", "all-epoch=2.ckpt", "epoch=2-step=3.ckpt"], Files());
    }

    [Fact]
    public void Last_is_the_newest_and_can_be_resumed()
    {
        var checkpoint = new ModelCheckpoint(_folder.Path, "{epoch}", monitor: "x", save_last: true);
        Run(checkpoint, [1, 2, 3]);
        Assert.Equal(["epoch=0.ckpt", "last.ckpt"], Files());
        Assert.Equal(_folder.File("last.ckpt"), checkpoint.last_model_path);
        Assert.Equal(2L, ((Dictionary<string, object?>)torch.serialization.load(_folder.File("last.ckpt"))!)["epoch"]);

        var again = Quiet.Trainer(max_epochs: 4, enable_checkpointing: true, callbacks: [new ModelCheckpoint(_folder.Path, "{epoch}", monitor: "x", save_last: true)]);
        again.fit(Model([1, 2, 3, 4]), ckpt_path: "last");
        Assert.Equal(4, again.global_step);
        Assert.Equal(["epoch=0.ckpt", "last.ckpt"], Files());
    }

    [Fact]
    public void A_missing_last_starts_afresh_with_a_warning()
    {
        using var messages = new Messages();
        var trainer = Quiet.Trainer(enable_checkpointing: true, callbacks: [new ModelCheckpoint(_folder.Path)]);
        trainer.fit(Model([1]), ckpt_path: "last");
        Assert.Contains(messages.Warnings, text => text.Contains("\"last\"", StringComparison.Ordinal));
        Assert.Equal(1, trainer.global_step);
    }

    [Fact]
    public void Every_n_train_steps_and_every_n_epochs()
    {
        var bySteps = Quiet.Trainer(
            limit_train_batches: 10, limit_val_batches: 0, enable_checkpointing: true, callbacks: [new ModelCheckpoint(_folder.Path, "{step}", every_n_train_steps: 4, save_top_k: -1)]);
        bySteps.fit(new BoringModel());
        Assert.Equal(["step=4.ckpt", "step=8.ckpt"], Files());

        Run(new ModelCheckpoint(_folder.Path, "e{epoch}", every_n_epochs: 2, save_top_k: -1, auto_insert_metric_name: false), [1, 2, 3, 4]);
        Assert.Equal(["e1.ckpt", "e3.ckpt", "step=4.ckpt", "step=8.ckpt"], Files());
    }

    [Fact]
    public void A_taken_name_gets_a_version()
    {
        for (var i = 0; i < 3; i++)
        {
            Run(new ModelCheckpoint(_folder.Path, "same"), [1]);
        }

        Assert.Equal(["same-v1.ckpt", "same-v2.ckpt", "same.ckpt"], Files());
    }

    [Fact]
    public void A_step_trigger_waits_for_a_metric_that_validation_brings()
    {
        var trainer = Quiet.Trainer(
            limit_train_batches: 4, limit_val_batches: 1, val_check_interval: 2, enable_checkpointing: true,
            callbacks: [new ModelCheckpoint(_folder.Path, "{step}", monitor: "val_loss", every_n_train_steps: 1, save_top_k: -1)]);
        trainer.fit(new BoringModel());
        Assert.Equal(["step=2.ckpt", "step=3.ckpt", "step=4.ckpt"], Files());
    }

    [Fact]
    public void The_default_folder_is_the_loggers()
    {
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 1, limit_train_batches: 1, limit_val_batches: 0, enable_progress_bar: false, enable_model_summary: false,
            default_root_dir: _folder.Path);
        trainer.fit(new BoringModel());
        Assert.Equal(_folder.File("lightning_logs/version_0/checkpoints/epoch=0-step=1.ckpt"), trainer.checkpoint_callback!.best_model_path);
        Assert.True(File.Exists(trainer.checkpoint_callback.best_model_path));
    }

    [Fact]
    public void Contradictions_are_errors()
    {
        Assert.Throws<MisconfigurationException>(() => new ModelCheckpoint(every_n_epochs: 1, every_n_train_steps: 1));
        Assert.Throws<MisconfigurationException>(() => new ModelCheckpoint(save_top_k: 2));
        Assert.Throws<MisconfigurationException>(() => new ModelCheckpoint(save_top_k: -2));
        Assert.Throws<MisconfigurationException>(() => new ModelCheckpoint(mode: "best"));
    }

    [Theory]
    [InlineData("{epoch:02d}-{val_loss:.2f}", true, "epoch=03-val_loss=0.12")]
    [InlineData("{epoch:02d}-{val_loss:.2f}", false, "03-0.12")]
    [InlineData("net-{step}-{missing}", true, "net-step=7-missing=0")]
    [InlineData("{val_loss:F3}", true, "val_loss=0.123")]
    public void Names(string pattern, bool insert, string expected)
    {
        var metrics = new Dictionary<string, double> { ["epoch"] = 3, ["step"] = 7, ["val_loss"] = 0.1234 };
        Assert.Equal(expected, new CheckpointName(pattern, insert, versions: true).Format(metrics));
    }

    private static void Run(ModelCheckpoint checkpoint, double[] values) =>
        Quiet.Trainer(max_epochs: values.Length, enable_checkpointing: true, callbacks: [checkpoint]).fit(Model(values));

    private static ScriptedModel Model(double[] values) => new() { Train = Samples.Batches(1), TrainEpochEnd = m => m.log("x", values[m.current_epoch]) };

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
