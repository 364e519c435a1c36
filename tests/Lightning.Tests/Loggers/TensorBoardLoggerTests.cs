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
