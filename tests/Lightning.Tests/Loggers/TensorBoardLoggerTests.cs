using Bindings.Tests.TensorBoard;

namespace Lightning.Tests.Loggers;

public sealed class TensorBoardLoggerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Metrics_are_scalars_at_their_step()
    {
        var logger = new TensorBoardLogger(_folder.Path, prefix: "run");
        logger.log_metrics(new Dictionary<string, double> { ["loss"] = 0.5, ["acc"] = 1 }, 3);
        logger.log_metrics(new Dictionary<string, double> { ["loss"] = 0.25 }, 4);
        logger.finalize("success");

        Assert.Equal(Path.Combine(_folder.Path, "lightning_logs", "version_0"), logger.log_dir);
        Assert.Equal([("run-loss", 0.5f, 3L), ("run-acc", 1f, 3L), ("run-loss", 0.25f, 4L)], Scalars(logger.log_dir));
    }

    [Fact]
    public void A_logger_that_was_finalized_goes_on_in_a_new_file()
    {
        var logger = new TensorBoardLogger(_folder.Path, name: "", version: "mine", sub_dir: "below");
        logger.log_metrics(new Dictionary<string, double> { ["x"] = 1 }, 0);
        logger.finalize("success");
        logger.log_metrics(new Dictionary<string, double> { ["x"] = 2 }, 1);
        logger.experiment.add_text("note", "kept");
        logger.finalize("success");

        Assert.Equal(Path.Combine(_folder.Path, "mine", "below"), logger.log_dir);
        Assert.Equal(2, Directory.GetFiles(logger.log_dir).Length);
    }

    [Fact]
    public void Each_run_gets_the_next_version()
    {
        for (var i = 0; i < 3; i++)
        {
            var logger = new TensorBoardLogger(_folder.Path);
            logger.log_metrics(new Dictionary<string, double> { ["x"] = i }, 0);
            logger.finalize("success");
            Assert.Equal($"version_{i}", logger.version);
        }

        Assert.Equal("version_3", new CSVLogger(_folder.Path).version);
    }

    [Fact]
    public void Hyperparameters_are_in_the_table_and_in_a_file()
    {
        var model = new BoringModel();
        model.save_hyperparameters(new { lr = 0.5, layers = new[] { 1, 2 }, name = "a" });
        var logger = new TensorBoardLogger(_folder.Path);
        logger.log_hyperparams(model.hparams);
        logger.finalize("success");

        Assert.Equal(["lr: 0.5", "layers:", "- 1", "- 2", "name: a"], File.ReadAllLines(logger.hparams_file_path));
        var tags = Values(logger.log_dir).Select(value => value.value.Text(1)).ToList();
        Assert.Equal(["_hparams_/experiment", "_hparams_/session_start_info", "_hparams_/session_end_info", "hp_metric"], tags);
        Assert.Equal([("hp_metric", -1f, 0L)], Scalars(logger.log_dir));

        var silent = new TensorBoardLogger(_folder.Path, default_hp_metric: false);
        silent.log_hyperparams(model.hparams);
        silent.save();
        Assert.Equal(["hparams.yaml"], Directory.GetFiles(silent.log_dir).Select(Path.GetFileName));
        silent.log_hyperparams(model.hparams, new Dictionary<string, double> { ["best"] = 2 });
        silent.finalize("success");
        Assert.Equal([("best", 2f, 0L)], Scalars(silent.log_dir));
    }

    [Fact]
    public void A_trainer_writes_what_its_module_logs()
    {
        var logger = new TensorBoardLogger(_folder.Path);
        var trainer = Quiet.Trainer(logger: logger);
        trainer.fit(new BoringModel());

        Assert.Contains(Scalars(logger.log_dir), scalar => scalar.tag == "val_loss");
    }

    [Fact]
    public void It_is_the_default_logger()
    {
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 1, limit_train_batches: 1, limit_val_batches: 1, log_every_n_steps: 1, enable_checkpointing: false,
            enable_progress_bar: false, enable_model_summary: false, default_root_dir: _folder.Path);
        var model = new BoringModel();
        model.save_hyperparameters(new { lr = 0.1 });
        trainer.fit(model);

        Assert.IsType<TensorBoardLogger>(trainer.logger);
        Assert.Equal(_folder.File("lightning_logs/version_0"), trainer.log_dir);
        Assert.Contains(Scalars(trainer.log_dir), scalar => scalar.tag == "val_loss");
        Assert.Equal(["lr: 0.1"], File.ReadAllLines(Path.Combine(trainer.log_dir, "hparams.yaml")));
    }

    [Fact]
    public void The_graph_is_written_when_a_fit_begins()
    {
        var logger = new TensorBoardLogger(_folder.Path, log_graph: true);
        Quiet.Trainer(logger: logger, limit_train_batches: 1, limit_val_batches: 0).fit(new Forward { example_input_array = torch.ones(2, 32) });
        var graph = Assert.Single(EventReader.Only(logger.log_dir), record => record.Has(4));
        Assert.Contains("layer", System.Text.Encoding.UTF8.GetString(graph.Get<byte[]>(4)), StringComparison.Ordinal);

        using var messages = new Messages();
        var without = new TensorBoardLogger(_folder.Path, log_graph: true);
        Quiet.Trainer(logger: without, limit_train_batches: 1, limit_val_batches: 0).fit(new BoringModel());
        Assert.Contains(messages.Warnings, warning => warning.Contains("example_input_array", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_log_graph_none_is_written()
    {
        var logger = new TensorBoardLogger(_folder.Path);
        Quiet.Trainer(logger: logger, limit_train_batches: 1, limit_val_batches: 0, log_every_n_steps: 1)
            .fit(new Forward { example_input_array = torch.ones(2, 32) });
        logger.log_metrics(new Dictionary<string, double> { ["x"] = 1 }, 0);
        logger.finalize("success");
        Assert.DoesNotContain(EventReader.Only(logger.log_dir), record => record.Has(4));
    }

    private sealed class Forward : BoringModel
    {
        public override Tensor forward(Tensor input) => layer.call(input);
    }

    private static List<(EventReader.Fields record, EventReader.Fields value)> Values(string folder) =>
    [
        .. EventReader.Only(folder).Where(record => record.Has(5)).SelectMany(record => record.Message(5).Messages(1).Select(value => (record, value))),
    ];

    private static List<(string tag, float value, long step)> Scalars(string folder) =>
    [
        .. Values(folder).Where(one => one.value.Has(2)).Select(one =>
            (one.value.Text(1), one.value.Get<float>(2), one.record.Has(2) ? one.record.Get<long>(2) : 0)),
    ];
}
