namespace Lightning.Tests.Cli;

/// <summary>What is said of a line that cannot be used, word by word.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("--trainer.max_epoch=3", "--trainer.max_epoch is unknown. Did you mean --trainer.max_epochs?")]
    [InlineData("--max_epochs=3", "--max_epochs is unknown. Did you mean --trainer.max_epochs?")]
    [InlineData("--modl.lr=3", "--modl.lr is unknown. Did you mean --model.lr?")]
    [InlineData("--model.max_epochs=3", "--model.max_epochs is unknown. Did you mean --trainer.max_epochs?")]
    [InlineData("--zzz=3", "--zzz is unknown.")]
    [InlineData("--model.watch=3", "--model.watch is unknown.")]
    [InlineData("--model.lr.x=3", "--model.lr.x is unknown. Did you mean --model.lr?")]
    [InlineData("--trainer.max_epochs=abc", "--trainer.max_epochs takes int or null, and got \"abc\".")]
    [InlineData("--trainer.max_epochs=1.5", "--trainer.max_epochs takes int or null, and got \"1.5\".")]
    [InlineData("--trainer.max_epochs=99999999999", "--trainer.max_epochs takes int or null, and got \"99999999999\".")]
    [InlineData("--trainer.max_epochs", "--trainer.max_epochs takes int or null, and no value came with it.")]
    [InlineData("--trainer.max_epochs+=1", "--trainer.max_epochs takes int; += is for lists.")]
    [InlineData("--trainer.limit_val_batches=some", "--trainer.limit_val_batches takes int or float or null, and got \"some\".")]
    [InlineData("--trainer.limit_val_batches=1.5", "--trainer.limit_val_batches: A fraction of batches lies between 0.0 and 1.0, and 1.5 was given. For a number of batches pass an int.")]
    [InlineData("--trainer.deterministic=maybe", "--trainer.deterministic takes bool or \"warn\", and got \"maybe\".")]
    [InlineData("--trainer.max_time=12", "--trainer.max_time takes DD:HH:MM:SS or null, and got \"12\".")]
    [InlineData("--trainer.strategy=dpp", "--trainer.strategy: \"dpp\" is unknown; use one of auto, single_device, ddp, ddp_find_unused_parameters_true.")]
    [InlineData("--trainer.devices=[]", "--trainer.devices: the list of indices is empty.")]
    [InlineData("--trainer.devices=[a]", "--trainer.devices: trainer.devices[0] takes int, and got \"a\".")]
    [InlineData("--trainer.devices=[1", "--trainer.devices=[1: this is no YAML: ")]
    [InlineData("--trainer.callbacks=EarlyStoping", "--trainer.callbacks: there is no Callback \"EarlyStoping\". Did you mean EarlyStopping? Known: ")]
    [InlineData("--trainer.callbacks+=System.IO.StreamWriter", "--trainer.callbacks: there is no Callback \"System.IO.StreamWriter\". Known: ")]
    [InlineData("--trainer.callbacks.monitor=x", "--trainer.callbacks.monitor: the list has 0 values. Append one first: --trainer.callbacks+=VALUE.")]
    [InlineData("--trainer.callbacks+=EarlyStopping", "--trainer.callbacks: EarlyStopping needs monitor, which takes str, and it was not given.")]
    [InlineData("--trainer.callbacks+={class_path: EarlyStopping, init_args: {monitr: x}}", "--trainer.callbacks: trainer.callbacks[0].init_args.monitr is unknown. Did you mean trainer.callbacks[0].init_args.monitor?")]
    [InlineData("--trainer.callbacks+={class_path: EarlyStopping, monitor: x}", "--trainer.callbacks: trainer.callbacks[0].monitor is unknown: beside class_path there is init_args, which holds the arguments.")]
    [InlineData("--model.activation=gelu", "--model.activation takes Relu, Tanh, and got \"gelu\".")]
    [InlineData("--model.sizes=3", "--model.sizes takes list of int or null, and got \"3\".")]
    [InlineData("--model.sizes=[3, x]", "--model.sizes: model.sizes[1] takes int, and got \"x\".")]
    [InlineData("--model.weights.cat=x", "--model.weights.cat takes float, and got \"x\".")]
    [InlineData("--model.name=null", "--model.name takes str, and got null.")]
    [InlineData("--model.shape.side=3", "--model.shape.side: name the ICliShape first, with --model.shape=NAME. Known: CliRectangle, CliSquare.")]
    [InlineData("--model.shape=CliCircle", "--model.shape: there is no ICliShape \"CliCircle\".")]
    [InlineData("--optimizer=Adm", "--optimizer: there is no optimizer \"Adm\". Did you mean Adam? Known: ASGD, Adadelta, Adafactor, Adagrad, Adam, AdamW, Adamax, LBFGS, NAdam, RAdam, RMSProp, Rprop, SGD, SparseAdam.")]
    [InlineData("--lr_scheduler=Step", "--lr_scheduler: there is no lr_scheduler \"Step\". Did you mean StepLR? Known: ConstantLR, ")]
    [InlineData("--lr_scheduler=ExponentialLR", "--lr_scheduler leads an optimizer, and none was given. Give --optimizer too.")]
    [InlineData("--seed_everything=-1", "--seed_everything: -1 is no seed. A seed lies between 0 and 2147483647.")]
    [InlineData("--config=missing.yaml", "--config: there is no file \"missing.yaml\".")]
    [InlineData("--config", "--config takes the name of a YAML file, and no value came with it.")]
    [InlineData("--trainer=missing.yaml", "--trainer: there is no file \"missing.yaml\".")]
    [InlineData("--print_config=all", "--print_config=all is unknown; use skip_null or skip_default, or both with a comma.")]
    [InlineData("fit", "\"fit\" is neither an option nor the value of one. Options begin with --, and take one value each: --name VALUE or --name=VALUE.")]
    [InlineData("-x", "\"-x\" is neither an option nor the value of one.")]
    [InlineData("--model.lr.help", "--model.lr.help is unknown: there is no setting model.lr that takes a class.")]
    public void A_line_is_refused(string word, string expected)
    {
        var message = Line.Refused(word);
        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.True(expected.EndsWith(' ') || !expected.EndsWith('.') || message == expected || word == "-x" || word.EndsWith("Circle", StringComparison.Ordinal), message);
    }

    [Fact]
    public void A_required_argument_is_missing() => Assert.Equal(
        "--model.lr is missing. It takes float; give it on the line, or as model.lr in a file for --config.",
        Assert.Throws<CommandLineException>(() => Line.Make([])).Message);

    [Theory]
    [InlineData("", "A subcommand is missing: fit, validate, test, predict. --help says more.")]
    [InlineData("fti", "\"fti\" is no subcommand. Did you mean fit? There are fit, validate, test, predict.")]
    [InlineData("--model.lr=1 fit", "--model.lr stands before the subcommand. Options follow it: fit --model.lr VALUE.")]
    [InlineData("fit test", "\"test\" is neither an option nor the value of one. Options begin with --, and take one value each: --name VALUE or --name=VALUE.")]
    [InlineData("fit --model.lr=1 --verbose=true", "--verbose is unknown.")]
    public void Subcommands(string line, string expected) => Assert.StartsWith(
        expected,
        Assert.Throws<CommandLineException>(() => Line.Make(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), run: true)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("trainer:\n  max_epoch: 3\n", "(2): trainer.max_epoch is unknown. Did you mean trainer.max_epochs?")]
    [InlineData("trainer:\n  max_epochs: 3\n  logger: true\nmodle: {}\n", "(4): modle is unknown. Did you mean model?")]
    [InlineData("trainer:\n  max_epochs: many\n", "(2): trainer.max_epochs takes int or null, and got \"many\".")]
    [InlineData("trainer:\n  max_epochs: '3'\n", "(2): trainer.max_epochs takes int or null, and got \"3\".")]
    [InlineData("trainer:\n  - 3\n", "(2): trainer takes a mapping from names to values, and got [\"3\"].")]
    [InlineData("trainer:\n  callbacks:\n  - class_path: EarlyStopping\n    init_args:\n      patience: 1\n", "(5): trainer.callbacks[0].init_args: EarlyStopping needs monitor, which takes str, and it was not given.")]
    [InlineData("trainer:\n  callbacks:\n  - class_path: EarlyStopping\n    init_args:\n      monitor: x\n      patience: some\n", "(6): trainer.callbacks[0].init_args.patience takes int, and got \"some\".")]
    [InlineData("trainer:\n  callbacks:\n  - class_path: os.system\n", "(3): trainer.callbacks[0].class_path: there is no Callback \"os.system\". Known: ")]
    [InlineData("trainer:\n  callbacks:\n  - monitor: x\n", "(3): trainer.callbacks[0] needs a class_path: the name of a Callback.")]
    [InlineData("- 1\n", "(1): a file of settings is a mapping from names to values, and this one holds something else.")]
    [InlineData("a: &a [*a]\n", "(1): nothing before this is marked &a.")]
    [InlineData("trainer: {}\ntrainer: {}\n", "(2): trainer is there twice.")]
    [InlineData("trainer: {}\n---\nmodel: {}\n", "(2): a second document begins here, and settings are one.")]
    [InlineData("? [a]\n: 1\n", "(1): a key is a name, and one here is something else.")]
    [InlineData("trainer:\n  <<: 3\n", "(2): << takes a mapping, and got \"3\".")]
    public void A_file_is_refused_with_its_line(string yaml, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("config.yaml", yaml);

        var message = Line.Refused("--config", path);
        Assert.StartsWith(path + expected, message, StringComparison.Ordinal);
        Assert.True(expected.EndsWith(' ') || message == path + expected, message);
    }

    [Fact]
    public void What_is_no_YAML_is_said_with_line_and_column()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("config.yaml", "trainer:\n  max_epochs: [3\nmodel:\n  lr: 1\n");

        Assert.StartsWith($"{path}(", Line.Refused("--config", path), StringComparison.Ordinal);
        Assert.Contains("): this is no YAML: ", Line.Refused("--config", path), StringComparison.Ordinal);
        folder.Put("config.yaml", "trainer:\n\tmax_epochs: 3\n");
        Assert.Contains("): this is no YAML: ", Line.Refused("--config", path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nested_or_repeated_without_end_is_refused()
    {
        using var folder = new TemporaryFolder();
        const string Message = "this is nested deeper than 64 levels, or larger than 100000 values; no configuration is.";
        Assert.EndsWith(Message, Line.Refused("--config", folder.Put("deep.yaml", new string('[', 50_000))), StringComparison.Ordinal);

        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.EndsWith(Message, Line.Refused("--config", folder.Put("laughs.yaml", laughs)), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_the_Trainer_refuses_are_one_message()
    {
        Assert.Equal("max_epochs: -2 is out of range; the least is -1, which means no limit.", Line.Refused("--trainer.max_epochs=-2"));
    }

    [Fact]
    public void A_class_that_no_line_can_make_is_an_error_for_its_author()
    {
        var exception = Assert.Throws<CommandLineException>(() => new LightningCLI<CliImpossible>([], run: false));
        Assert.Equal("CliImpossible cannot be made from a command line: no setting can be its constructor's Action work. Give that parameter a default.", exception.Message);
    }
}
