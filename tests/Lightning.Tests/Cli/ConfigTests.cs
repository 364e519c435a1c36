namespace Lightning.Tests.Cli;

/// <summary>Files of settings, what wins over what, and the configuration as it is printed.</summary>
public sealed class ConfigTests
{
    private static readonly string[] Rich =
    [
        "--model.lr=0.1", "--model.sizes=[1,2]", "--model.name=12", "--model.note=null", "--model.weights={a: 1e-5, b: .inf}", "--model.options.names=[x, 'null']",
        "--model.shape=CliSquare", "--model.shape.side=3", "--data.batch_size=8",
        "--trainer.max_epochs=2", "--trainer.devices=[0]", "--trainer.limit_val_batches=1.0", "--trainer.limit_train_batches=1", "--trainer.max_time={hours: 1}",
        "--trainer.callbacks+=EarlyStopping", "--trainer.callbacks.monitor=val_loss", "--trainer.callbacks+=ModelCheckpoint", "--trainer.callbacks.save_last=link",
        "--trainer.logger+=CSVLogger", "--trainer.logger.save_dir=logs", "--trainer.strategy=SingleDeviceStrategy",
        "--optimizer=Adam", "--optimizer.lr=0.1", "--lr_scheduler=StepLR", "--lr_scheduler.step_size=1",
    ];

    [Fact]
    public void The_printed_configuration_makes_the_same_run()
    {
        using var folder = new TemporaryFolder();
        var printed = Line.Printed(false, [.. Rich, "--print_config"]);
        var path = folder.Put("config.yaml", printed);

        Assert.Equal(printed, Line.Printed(false, "--config", path, "--print_config"));
        var (first, second) = (Line.Read(Rich), Line.Read("--model.lr=0.1", "--config", path));
        Assert.Equal(first.dump(), second.dump());
        Assert.Equal(first.trainer.callbacks.Select(callback => callback.GetType()), second.trainer.callbacks.Select(callback => callback.GetType()));
        Assert.Equal(["x", "null"], second.model.Options!.names!);
        Assert.Equal(("12", 9.0, double.PositiveInfinity), (second.model.Name, second.model.Shape!.Area, second.model.ClassWeights!["b"]));
    }

    [Fact]
    public void The_printed_configuration_is_complete()
    {
        var printed = Line.Printed(false, "--model.lr=0.1", "--data.batch_size=8", "--print_config");

        Assert.StartsWith("seed_everything: false\ntrainer:\n  accelerator: null\n  strategy: null\n  devices: auto\n", printed, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            model:
              lr: 0.1
              sizes: null
              activation: Relu
              name: net
              note: null
              decay: 0.1
              weights: null
              wide: false
              options: null
              shape: null
            data:
              batch_size: 8
              batches: 4
            optimizer: null
            lr_scheduler: null

            """.ReplaceLineEndings("\n"),
            printed,
            StringComparison.Ordinal);
        Assert.Equal(
            "seed_everything: false\ntrainer:\n  devices: auto\n", Line.Printed(false, "--model.lr=0.1", "--print_config=skip_null")[..48]);
        Assert.Equal("trainer: {}\nmodel:\n  lr: 0.1\ndata: {}\n", Line.Printed(false, "--model.lr=0.1", "--print_config=skip_default,skip_null"));
    }

    [Fact]
    public void A_configuration_to_fill_in_is_printed_without_required_arguments() =>
        Assert.Contains("model:\n  lr: null\n", Line.Printed(false, "--print_config"), StringComparison.Ordinal);

    [Fact]
    public void Later_files_win_over_earlier_and_options_over_files()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Put("first.yaml", "trainer:\n  max_epochs: 1\n  max_steps: 10\nmodel:\n  lr: 0.1\n  name: first\n");
        var second = folder.Put("second.yaml", "trainer:\n  max_epochs: 2\nmodel:\n  name: second\n");

        var cli = Line.Make(["--trainer.max_epochs=3", "--config", first, "-c", second]);
        Assert.Equal((3, 10L, 0.1, "second"), (cli.trainer.max_epochs, cli.trainer.max_steps, cli.model.LearningRate, cli.model.Name));
        Assert.Equal(1, Line.Make(["-c", second, $"--config={first}"]).trainer.max_epochs);
    }

    [Fact]
    public void Callbacks_of_a_file_are_replaced_or_appended_to()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Put("a.yaml", "trainer:\n  callbacks:\n  - class_path: lightning.pytorch.callbacks.EarlyStopping\n    init_args: {monitor: a}\n");
        var more = folder.Put("b.yaml", "trainer:\n  callbacks+:\n  - class_path: Timer\n");

        Assert.Equal(["EarlyStopping", "Timer"], Named(Line.Read("-c", file, "-c", more)));
        Assert.Equal(["EarlyStopping", "DeviceStatsMonitor"], Named(Line.Read("-c", file, "--trainer.callbacks+=DeviceStatsMonitor")));
        Assert.Equal(["DeviceStatsMonitor"], Named(Line.Read("-c", file, "--trainer.callbacks=DeviceStatsMonitor")));
        Assert.Equal([], Named(Line.Read("-c", file, "--trainer.callbacks=null")));
        Assert.Equal("b", Line.Read("-c", file, "--trainer.callbacks.monitor=b").trainer.callbacks.OfType<EarlyStopping>().Single().monitor);
    }

    [Fact]
    public void Arguments_of_a_class_are_merged_unless_the_class_changes()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Put("a.yaml", "model:\n  shape:\n    class_path: CliRectangle\n    init_args: {width: 2, height: 3}\n");
        var same = folder.Put("b.yaml", "model:\n  shape:\n    class_path: Lightning.Tests.Cli.CliRectangle\n    init_args: {height: 5}\n");
        var other = folder.Put("c.yaml", "model:\n  shape:\n    class_path: CliSquare\n    init_args: {side: 2}\n");
        var bare = folder.Put("d.yaml", "model:\n  shape:\n    init_args: {width: 7}\n");

        Assert.Equal(10, Line.Read("-c", file, "-c", same).model.Shape!.Area);
        Assert.Equal(4, Line.Read("-c", file, "-c", other).model.Shape!.Area);
        Assert.Equal(21, Line.Read("-c", file, "-c", bare).model.Shape!.Area);
    }

    [Fact]
    public void Anchors_and_merges_of_YAML_hold()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Put("a.yaml", "model: {options: &o {depth: 7, names: [a]}, lr: 1}\ntrainer:\n  <<: {max_epochs: 4, max_steps: 5}\n  max_steps: 6\n");

        var cli = Line.Make(["--config", file, "--model.options.names+=b"]);
        Assert.Equal((7, 2, 4, 6L), (cli.model.Options!.depth, cli.model.Options.names!.Count, cli.trainer.max_epochs, cli.trainer.max_steps));
    }

    [Fact]
    public void A_group_has_a_file_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Put("trainer.yaml", "max_epochs: 9\n");

        Assert.Equal(9, Line.Read("--trainer", file).trainer.max_epochs);
        Assert.Equal(9, Line.Read("--trainer={max_epochs: 9}").trainer.max_epochs);
        Assert.Equal(1000, Line.Read("--config", folder.Put("empty.yaml", "")).trainer.max_epochs);
    }

    [Fact]
    public void A_file_before_the_subcommand_holds_subcommands()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Put("all.yaml", "fit:\n  model: {lr: 0.5}\n  trainer: {max_epochs: 5}\ntest:\n  model: {lr: 0.25}\n");

        Assert.Contains("  lr: 0.25\n", Line.Printed(true, "--config", file, "test", "--print_config"), StringComparison.Ordinal);
        Assert.Contains("  max_epochs: 6\n", Line.Printed(true, "--config", file, "fit", "--trainer.max_epochs=6", "--print_config"), StringComparison.Ordinal);
        Assert.EndsWith("ckpt_path: a.ckpt\nverbose: false\n", Line.Printed(true, "-c", file, "test", "--ckpt_path=a.ckpt", "--verbose=false", "--print_config"), StringComparison.Ordinal);
        var exception = Assert.Throws<CommandLineException>(() => Line.Make(["--config", file, "predict"], run: true));
        Assert.StartsWith($"{file}: a file named before the subcommand holds its settings below a key \"predict:\".", exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(LightningCLI cli) =>
        ((List<object?>?)cli.config["trainer.callbacks"] ?? []).Select(entry => ((string)((Dictionary<string, object?>)entry!)["class_path"]!).Split('.')[^1]);
}
