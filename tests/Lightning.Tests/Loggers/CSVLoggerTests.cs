namespace Lightning.Tests.Loggers;

public sealed class CSVLoggerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_header_grows_with_the_metrics_and_old_rows_stay()
    {
        var logger = new CSVLogger(_folder.Path, flush_logs_every_n_steps: 1);
        logger.log_metrics(new Dictionary<string, double> { ["loss"] = 0.5 }, 0);
        logger.log_metrics(new Dictionary<string, double> { ["loss"] = 0.25, ["a,b"] = 1 }, 1);
        logger.log_metrics(new Dictionary<string, double> { ["loss"] = double.NaN }, 2);

        Assert.Equal(["step,loss,\"a,b\"", "0,0.5,", "1,0.25,1", "2,NaN,"], File.ReadAllLines(logger.metrics_file_path));
    }

    [Fact]
    public void Each_run_gets_the_next_version()
    {
        for (var i = 0; i < 3; i++)
        {
            var logger = new CSVLogger(_folder.Path);
            logger.log_metrics(new Dictionary<string, double> { ["x"] = i }, 0);
            logger.finalize("success");
            Assert.Equal($"version_{i}", logger.version);
        }

        Assert.True(File.Exists(_folder.File("lightning_logs/version_2/metrics.csv")));
    }

    [Fact]
    public void Rows_are_written_when_the_run_ends_or_enough_have_come()
    {
        var logger = new CSVLogger(_folder.Path, flush_logs_every_n_steps: 2);
        logger.log_metrics(new Dictionary<string, double> { ["x"] = 1 }, 0);
        Assert.False(File.Exists(logger.metrics_file_path));
        logger.log_metrics(new Dictionary<string, double> { ["x"] = 2 }, 1);
        Assert.Equal(3, File.ReadAllLines(logger.metrics_file_path).Length);
        logger.log_metrics(new Dictionary<string, double> { ["x"] = 3 }, 2);
        logger.finalize("success");
        Assert.Equal(4, File.ReadAllLines(logger.metrics_file_path).Length);
    }

    [Fact]
    public void Hyperparameters_are_yaml()
    {
        var model = new BoringModel();
        model.save_hyperparameters(new { lr = 1e-5, layers = 2, name = "a: b", number = "12", on = true, none = (string?)null, list = new[] { 1, 2 } });
        var logger = new CSVLogger(_folder.Path);
        logger.log_hyperparams(model.hparams);
        logger.save();

        Assert.Equal(
            ["lr: 1.0E-05", "layers: 2", "name: 'a: b'", "number: '12'", "on: true", "none: null", "list:", "- 1", "- 2"],
            File.ReadAllLines(logger.hparams_file_path));
    }

    [Fact]
    public void A_fit_writes_both_files()
    {
        var model = new BoringModel();
        model.save_hyperparameters(new { lr = 0.1 });
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 1, limit_train_batches: 4, limit_val_batches: 1, log_every_n_steps: 2, enable_checkpointing: false,
            enable_progress_bar: false, enable_model_summary: false, logger: new CSVLogger(_folder.Path));
        trainer.fit(model);

        Assert.Equal(_folder.File("lightning_logs/version_0"), trainer.log_dir);
        Assert.Equal("step,val_loss,epoch", File.ReadLines(_folder.File("lightning_logs/version_0/metrics.csv")).First());
        Assert.Equal(["lr: 0.1"], File.ReadAllLines(_folder.File("lightning_logs/version_0/hparams.yaml")));
    }
}
