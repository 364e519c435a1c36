using Lightning.Plugins;

namespace Lightning.Tests.Cli;

/// <summary>Every argument of the Trainer, in every form that it takes.</summary>
public sealed class TrainerOptionTests
{
    [Fact]
    public void Every_argument_of_the_Trainer_is_an_option()
    {
        var arguments = typeof(Trainer).GetConstructors().Single().GetParameters().Select(parameter => parameter.Name!).ToList();
        var options = (IReadOnlyDictionary<string, object?>)Line.Read().config["trainer"]!;

        Assert.True(arguments.Count > 35);
        Assert.Equal(arguments, options.Keys);
    }

    [Theory]
    [InlineData("accelerator", "cpu", "cpu")]
    [InlineData("strategy", "single_device", "single_device")]
    [InlineData("devices", "auto", "auto")]
    [InlineData("devices", "1", 1L)]
    [InlineData("precision", "bf16-mixed", "bf16-mixed")]
    [InlineData("precision", "64", "64")]
    [InlineData("fast_dev_run", "true", true)]
    [InlineData("fast_dev_run", "3", 3L)]
    [InlineData("max_epochs", "-1", -1L)]
    [InlineData("max_epochs", "null", null)]
    [InlineData("max_steps", "5000000000", 5000000000L)]
    [InlineData("max_time", "00:12:00:00", "00:12:00:00")]
    [InlineData("max_time", "01:30:00", "00:01:30:00")]
    [InlineData("max_time", "{hours: 1.5}", "00:01:30:00")]
    [InlineData("limit_train_batches", "10", 10L)]
    [InlineData("limit_train_batches", "1.0", 1.0)]
    [InlineData("limit_val_batches", "0.25", 0.25)]
    [InlineData("overfit_batches", "2", 2L)]
    [InlineData("val_check_interval", "0.5", 0.5)]
    [InlineData("val_check_interval", "100", 100L)]
    [InlineData("val_check_interval", "00:00:10:00", "00:00:10:00")]
    [InlineData("check_val_every_n_epoch", "2", 2L)]
    [InlineData("gradient_clip_val", "0.5", 0.5)]
    [InlineData("gradient_clip_val", "1", 1.0)]
    [InlineData("gradient_clip_val", "1e-3", 0.001)]
    [InlineData("gradient_clip_algorithm", "value", "value")]
    [InlineData("deterministic", "false", false)]
    [InlineData("benchmark", "false", false)]
    [InlineData("profiler", "simple", "simple")]
    [InlineData("default_root_dir", "here", "here")]
    [InlineData("logger", "false", false)]
    public void A_form_that_an_argument_takes(string argument, string text, object? plain)
    {
        Assert.Equal(plain, Line.Read($"--trainer.{argument}={text}").config[$"trainer.{argument}"]);
        Assert.Equal(plain, Line.Read($"--trainer.{argument}", text).config[$"trainer.{argument}"]);
    }

    [Fact]
    public void The_Trainer_has_what_the_line_says()
    {
        var trainer = Line.Read(
            "--trainer.max_epochs", "3", "--trainer.accelerator=cpu", "--trainer.devices=[0]", "--trainer.precision=64", "--trainer.limit_train_batches=2",
            "--trainer.limit_val_batches=0.5", "--trainer.gradient_clip_val=0.5", "--trainer.max_time={minutes: 90}", "--trainer.check_val_every_n_epoch=2",
            "--trainer.enable_progress_bar=false", "--trainer.detect_anomaly", "--trainer.logger=false").trainer;

        Assert.Equal(3, trainer.max_epochs);
        Assert.Equal("64-true", trainer.precision.name);
        Assert.Equal((Batches)2, trainer.limit_train_batches);
        Assert.Equal((Batches)0.5, trainer.limit_val_batches);
        Assert.Equal(0.5, trainer.gradient_clip_val);
        Assert.Equal(2, trainer.check_val_every_n_epoch);
        Assert.True(trainer.detect_anomaly);
        Assert.Empty(trainer.loggers);
        Assert.Null(trainer.progress_bar_callback);
        Assert.Equal(TimeSpan.FromMinutes(90), trainer.callbacks.OfType<Timer>().Single().time_remaining());
    }

    [Fact]
    public void Callbacks_are_appended_and_what_follows_is_the_last_ones()
    {
        var callbacks = Line.Read(
            "--trainer.callbacks+=EarlyStopping", "--trainer.callbacks.monitor=val_loss", "--trainer.callbacks.patience", "7",
            "--trainer.callbacks+=LearningRateMonitor", "--trainer.callbacks.init_args.logging_interval=step",
            "--trainer.callbacks+={class_path: ModelCheckpoint, init_args: {monitor: val_loss, save_last: link, train_time_interval: '01:00:00'}}",
            "--trainer.callbacks.0.mode=max").trainer.callbacks;

        var stopping = callbacks.OfType<EarlyStopping>().Single();
        Assert.Equal(("val_loss", 7), (stopping.monitor, stopping.patience));
        Assert.Equal(double.NegativeInfinity, stopping.best_score);
        Assert.Single(callbacks.OfType<LearningRateMonitor>());
        Assert.Equal("val_loss", callbacks.OfType<ModelCheckpoint>().Single().monitor);
    }

    [Fact]
    public void A_callback_may_stand_alone()
    {
        var cli = Line.Read("--trainer.callbacks=Timer", "--trainer.callbacks.duration=00:00:00:10");

        Assert.Single(cli.trainer.callbacks.OfType<Timer>());
        Assert.Equal("00:00:00:10", ((Dictionary<string, object?>)((Dictionary<string, object?>)((List<object?>)cli.config["trainer.callbacks"]!)[0]!)["init_args"]!)["duration"]);
    }

    [Fact]
    public void Loggers_are_named_and_set()
    {
        using var folder = new TemporaryFolder();
        var one = Line.Read("--trainer.logger=CSVLogger", $"--trainer.logger.save_dir={folder.Path}", "--trainer.logger.name=mine").trainer;
        Assert.Equal("mine", Assert.IsType<CSVLogger>(one.logger).name);

        var two = Line.Read(
            "--trainer.logger+=CSVLogger", $"--trainer.logger.save_dir={folder.Path}", "--trainer.logger+=TensorBoardLogger", $"--trainer.logger.save_dir={folder.Path}").trainer;
        Assert.Equal(["CSVLogger", "TensorBoardLogger"], two.loggers.Select(logger => logger.GetType().Name));
    }

    [Fact]
    public void Objects_are_named_by_class_where_a_name_is_not_enough()
    {
        var trainer = Line.Read(
            "--trainer.strategy=SingleDeviceStrategy", "--trainer.profiler=AdvancedProfiler", "--trainer.profiler.line_count_restriction=5",
            "--trainer.plugins+=AsyncCheckpointIO", "--trainer.plugins+={class_path: MixedPrecision, init_args: {precision: bf16-mixed}}").trainer;

        Assert.IsType<SingleDeviceStrategy>(trainer.strategy);
        Assert.IsType<AdvancedProfiler>(trainer.profiler);
        Assert.Equal("bf16-mixed", trainer.precision.name);
    }

    [Fact]
    public void Every_callback_logger_and_plugin_can_be_named()
    {
        // These take functions, or are bases to derive from, or are what the command line adds by itself.
        string[] without = ["LambdaCallback", "SaveConfigCallback"];
        Type[] bases = [typeof(Callback), typeof(Logger), typeof(Profiler), typeof(Strategy), typeof(Accelerator), typeof(Precision), typeof(CheckpointIO), typeof(ClusterEnvironment), typeof(LayerSync)];
        var classes = typeof(Trainer).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && bases.Any(type.IsAssignableTo) && type.GetConstructors().Length > 0 && !without.Contains(type.Name));

        var callbacks = Line.Printed(false, "--trainer.callbacks.help");
        var rest = string.Concat(new[] { "logger", "profiler", "strategy", "accelerator", "precision", "plugins" }.Select(key => Line.Printed(false, $"--trainer.{key}.help")));
        Assert.All(classes, type => Assert.Contains($"{type.Name}", type.IsAssignableTo(typeof(Callback)) ? callbacks : rest, StringComparison.Ordinal));
    }
}
