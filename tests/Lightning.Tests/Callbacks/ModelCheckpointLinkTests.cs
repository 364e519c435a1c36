namespace Lightning.Tests.Callbacks;

public sealed class ModelCheckpointLinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Messages _messages = new();

    public void Dispose()
    {
        _messages.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Last_links_to_the_file_just_written_and_is_one_of_its_own_where_none_was()
    {
        List<string?> targets = [];
        var checkpoint = new ModelCheckpoint(_folder.Path, "{epoch}", monitor: "x", save_last: "link");
        var watch = new LambdaCallback(on_train_epoch_start: (trainer, _) =>
        {
            if (trainer.current_epoch > 0)
            {
                targets.Add(new FileInfo(_folder.File("last.ckpt")).LinkTarget);
                Assert.Equal(trainer.current_epoch - 1L, ((Dictionary<string, object?>)torch.serialization.load(_folder.File("last.ckpt"))!)["epoch"]);
            }
        });
        Run([3, 2, 5, 1, 4], checkpoint, watch);

        // The third epoch was no better, so nothing but "last" was written.
        Assert.Equal(["epoch=0.ckpt", "epoch=1.ckpt", null, "epoch=3.ckpt"], targets);
        Assert.Equal(["epoch=3.ckpt", "last.ckpt"], Files());
    }

    [Fact]
    public void A_link_whose_file_is_gone_is_passed_over()
    {
        File.CreateSymbolicLink(_folder.File("last.ckpt"), "gone.ckpt");
        var trainer = Quiet.Trainer(enable_checkpointing: true, callbacks: [new ModelCheckpoint(_folder.Path, save_last: "link")]);
        trainer.fit(Model([1]), ckpt_path: "last");
        Assert.Equal(1, trainer.global_step);
    }

    [Fact]
    public void The_file_that_a_run_goes_on_from_is_kept()
    {
        Run([1, 2], new ModelCheckpoint(_folder.Path, "{epoch}"));
        var trainer = Quiet.Trainer(max_epochs: 4, enable_checkpointing: true, callbacks: [new ModelCheckpoint(_folder.Path, "{epoch}")]);
        trainer.fit(Model([1, 2, 3, 4]), ckpt_path: _folder.File("epoch=1.ckpt"));
        Assert.Equal(["epoch=1.ckpt", "epoch=3.ckpt"], Files());
    }

    [Fact]
    public void A_failure_is_saved_when_asked_for()
    {
        var failing = new ScriptedModel { Train = Samples.Batches(4), Training = (_, batch) => { if (batch == 2) { throw new IOException("broken"); } } };
        Assert.Throws<IOException>(() => Quiet.Trainer(
            enable_checkpointing: true, callbacks: [new ModelCheckpoint(_folder.Path, save_on_exception: true)]).fit(failing));
        Assert.Equal(["exception-epoch=0-step=2.ckpt"], Files());
    }

    [Fact]
    public void A_slash_in_a_metric_makes_a_folder_unless_names_are_left_out()
    {
        Run([1], new ModelCheckpoint(_folder.Path, "{epoch}-{a/x:.0f}", monitor: "a/x"), name: "a/x");
        Run([1], new ModelCheckpoint(_folder.Path, "{epoch}-{a/x:.0f}", monitor: "a/x", auto_insert_metric_name: false), name: "a/x");
        Assert.True(File.Exists(_folder.File("epoch=0-a/x=1.ckpt")));
        Assert.True(File.Exists(_folder.File("0-1.ckpt")));
    }

    [Fact]
    public void An_unknown_word_is_an_error() => Assert.Throws<MisconfigurationException>(() => new ModelCheckpoint(save_last: "both"));

    private static void Run(double[] values, ModelCheckpoint checkpoint, Callback? watch = null, string name = "x") =>
        Quiet.Trainer(max_epochs: values.Length, enable_checkpointing: true, callbacks: watch is null ? [checkpoint] : [checkpoint, watch]).fit(Model(values, name));

    private static ScriptedModel Model(double[] values, string name = "x") =>
        new() { Train = Samples.Batches(1), TrainEpochEnd = m => m.log(name, values[m.current_epoch]) };

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
