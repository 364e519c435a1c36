namespace Lightning.Tests.Cli;

/// <summary>What code adds to a command line: arguments, defaults, links, hooks, environment variables.</summary>
public sealed class CustomizationTests
{
    [Fact]
    public void Arguments_classes_and_callbacks_are_added()
    {
        var cli = new Extended("--model.lr=1", "--repeat=3", "--tags=[a,b]", "--limits.depth=9", "--stopping.patience=2");

        Assert.Equal((3L, "none"), (cli.config["repeat"], cli.config["mode"]));
        Assert.Equal(["a", "b"], (string[])cli.config_init["tags"]!);
        Assert.Equal(9, ((CliOptions)cli.config_init["limits"]!).depth);
        var stopping = cli.trainer.callbacks.OfType<EarlyStopping>().Single();
        Assert.Same(stopping, cli.config_init["stopping"]);
        Assert.Equal(("val_loss", 2), (stopping.monitor, stopping.patience));
        Assert.Equal("before, trainer", cli.Seen);
        Assert.StartsWith("--repeat is missing. It takes int;", Assert.Throws<CommandLineException>(() => new Extended("--model.lr=1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_defaults_give_way_to_files_and_options()
    {
        Assert.Equal("set", new Extended("--model.lr=1", "--repeat=1").model.Name);
        Assert.Equal("given", new Extended("--model.lr=1", "--repeat=1", "--model.name=given").model.Name);
    }

    [Fact]
    public void A_linked_argument_follows()
    {
        var cli = new Linked("--model.lr=1", "--data.batch_size=6");

        Assert.Equal("size 6", cli.model.Name);
        Assert.Equal(12f, cli.model.Decay);
        Assert.Equal([6, 4], cli.model.Sizes!);
        Assert.Equal("size 6", cli.config["model.name"]);
        Assert.Equal("data: 4 batches", cli.model.Note);
        Assert.DoesNotContain("name:", cli.dump(), StringComparison.Ordinal);

        var exception = Assert.Throws<CommandLineException>(() => new Linked("--model.lr=1", "--model.name=x"));
        Assert.Equal("--model.name cannot be given: it follows from data.batch_size.", exception.Message);
        Assert.Equal("--model: model.note cannot be given: it follows from the object data.", Assert.Throws<CommandLineException>(() => new Linked("--model.lr=1", "--model={note: x}")).Message);
        Assert.StartsWith("--model: model.", Assert.Throws<CommandLineException>(() => new Linked("--model={lr: x}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_nothing_is_an_error_for_its_author() => Assert.Equal(
        "link_arguments: there is no setting model.size. Name one as it is written on the line.",
        Assert.Throws<CommandLineException>(() => new WronglyLinked()).Message);

    [Fact]
    public void Trainer_defaults_are_settings_or_objects()
    {
        using var folder = new TemporaryFolder();
        var lasting = new DeviceStatsMonitor();
        var defaults = new Dictionary<string, object?>
        {
            ["max_epochs"] = 7, ["limit_val_batches"] = 0.5, ["logger"] = new CSVLogger(folder.Path, "mine"), ["callbacks"] = lasting, ["devices"] = (Devices)1,
        };
        var cli = Make(["--model.lr=1", "--trainer.callbacks+=Timer"], defaults);

        Assert.Equal((7, (Batches)0.5, 7L), (cli.trainer.max_epochs, cli.trainer.limit_val_batches, cli.config["trainer.max_epochs"]));
        Assert.Equal("mine", cli.trainer.logger!.name);
        Assert.Contains(lasting, cli.trainer.callbacks);
        Assert.Single(cli.trainer.callbacks.OfType<Timer>());

        Assert.Equal(8, Make(["--model.lr=1", "--trainer.max_epochs=8"], defaults).trainer.max_epochs);
        Assert.Null(Make(["--model.lr=1", "--trainer.logger=false"], defaults).trainer.logger);
        Assert.Equal(
            "trainer_defaults: trainer.max_epoch is unknown. Did you mean trainer.max_epochs?",
            Assert.Throws<CommandLineException>(() => Make(["--model.lr=1"], new Dictionary<string, object?> { ["max_epoch"] = 1 })).Message);
        Assert.Equal(
            "trainer_defaults: the Trainer has no argument strategy that a Timer could be.",
            Assert.Throws<MisconfigurationException>(() => Make(["--model.lr=1"], new Dictionary<string, object?> { ["strategy"] = new Timer() })).Message);
    }

    [Fact]
    public void Environment_variables_give_way_to_files_and_options()
    {
        using var folder = new TemporaryFolder();
        using var variables = new Variables(
            ("TORCH_TRAINER__MAX_EPOCHS", "4"), ("TORCH_FIT__TRAINER__MAX_STEPS", "5"), ("TORCH_TRAINER__MAX_STEPS", "6"), ("TORCH_MODEL__LR", "0.5"),
            ("TORCH_TRAINER__CALLBACKS", "[{class_path: Timer}]"), ("TORCH_ELSE", "x"), ("TORCH_CONFIG", folder.Put("c.yaml", "model: {name: file}\n")));
        ParserKwargs kwargs = new() { default_env = true, env_prefix = "TORCH" };
        var cli = new LightningCLI<CliNet, CliData>(["--trainer.max_epochs=3"], run: false, seed_everything_default: false, save_config_callback: false, parser_kwargs: kwargs);

        Assert.Equal((3, 6L, 0.5, "file"), (cli.trainer.max_epochs, cli.trainer.max_steps, cli.model.LearningRate, cli.model.Name));
        Assert.Single(cli.trainer.callbacks.OfType<Timer>());
        using var output = new StringWriter();
        Assert.Throws<CommandLineException>(() => new LightningCLI<CliNet, CliData>(["fit", "--print_config"], parser_kwargs: kwargs with { output = output }));
        Assert.Contains("max_steps: 5\n", output.ToString(), StringComparison.Ordinal);

        using var wrong = new Variables(("TORCH_TRAINER__MAX_EPOCHS", "four"));
        Assert.Equal(
            "TORCH_TRAINER__MAX_EPOCHS takes int or null, and got \"four\".",
            Assert.Throws<CommandLineException>(() => new LightningCLI<CliNet, CliData>([], run: false, parser_kwargs: kwargs)).Message);
    }

    [Fact]
    public void Default_files_come_first()
    {
        using var folder = new TemporaryFolder();
        ParserKwargs kwargs = new() { default_config_files = [folder.File("missing.yaml"), folder.Put("d.yaml", "model: {lr: 3, name: file}\n")] };
        var cli = new LightningCLI<CliNet, CliData>(["--model.lr=4"], run: false, seed_everything_default: false, save_config_callback: false, parser_kwargs: kwargs);

        Assert.Equal((4.0, "file"), (cli.model.LearningRate, cli.model.Name));
    }

    [Fact]
    public void The_seed_is_set_unless_it_is_turned_off()
    {
        using var messages = new Messages();
        IEnumerable<string> Seeds() => messages.All.Select(message => message.Text).Where(text => text.StartsWith("Seed set", StringComparison.Ordinal));
        using var variables = new Variables(("PL_GLOBAL_SEED", "11"), ("PL_SEED_WORKERS", null));
        Assert.Equal(11L, Seeded(["--model.lr=1"]).config["seed_everything"]);
        Assert.Equal(3L, Seeded(["--model.lr=1", "--seed_everything", "3"]).config["seed_everything"]);
        Assert.Equal(5L, Seeded(["--model.lr=1"], 5).config["seed_everything"]);
        Assert.Equal(["Seed set to 11", "Seed set to 3", "Seed set to 5"], Seeds());
        Assert.Equal(false, Seeded(["--model.lr=1", "--seed_everything=false"]).config["seed_everything"]);
        Assert.Equal(3, Seeds().Count());
        Assert.Equal(3L, Seeded(["--model.lr=1", "--seed_everything=3"]).config["seed_everything"]);
        var drawn = torch.rand(1).item<float>();
        Seeded(["--model.lr=1", "--seed_everything=3"]);
        Assert.Equal(drawn, torch.rand(1).item<float>());
    }

    private static LightningCLI<CliNet, CliData> Seeded(string[] args, SeedEverything? seed = null) => new(args, run: false, seed_everything_default: seed, save_config_callback: false);

    private static LightningCLI<CliNet, CliData> Make(string[] args, IReadOnlyDictionary<string, object?> defaults) =>
        new(args, run: false, trainer_defaults: defaults, seed_everything_default: false, save_config_callback: false);

    private sealed class Extended(params string[] args) : LightningCLI<CliNet, CliData>(args, run: false, seed_everything_default: false, save_config_callback: false)
    {
        // Initialized before the base's constructor runs.
        private readonly List<string> _seen = [];

        internal string Seen => string.Join(", ", _seen);

        protected override void add_arguments_to_parser(LightningArgumentParser parser)
        {
            parser.add_argument<int>("repeat", "How often.");
            parser.add_argument("mode", "none", "Which way.");
            parser.add_argument<string[]?>("tags", @default: null);
            parser.add_class_arguments<CliOptions>("limits");
            parser.add_lightning_class_args<EarlyStopping>("stopping");
            parser.set_defaults(new Dictionary<string, object?> { ["stopping.monitor"] = "val_loss", ["model.name"] = "set" });
        }

        protected override void before_instantiate_classes() => _seen.Add("before");

        protected override Trainer instantiate_trainer()
        {
            _seen.Add("trainer");
            return base.instantiate_trainer();
        }
    }

    private sealed class Linked(params string[] args) : LightningCLI<CliNet, CliData>(args, run: false, seed_everything_default: false, save_config_callback: false)
    {
        protected override void add_arguments_to_parser(LightningArgumentParser parser)
        {
            parser.link_arguments("data.batch_size", "model.name", size => $"size {size}");
            parser.link_arguments("data.batch_size", "model.decay", size => (long)size! * 2.0);
            parser.link_arguments(["data.batch_size", "data.batches"], "model.sizes", values => values.ToList());
            parser.link_arguments_on_instantiate<CliData>("data", "model.note", data => $"data: {data.Count} batches");
        }
    }

    private sealed class WronglyLinked() : LightningCLI<CliNet, CliData>(["--model.lr=1"], run: false, seed_everything_default: false)
    {
        protected override void add_arguments_to_parser(LightningArgumentParser parser) => parser.link_arguments("data.batch_size", "model.size");
    }

    private sealed class Variables : IDisposable
    {
        private readonly (string Name, string? Before)[] _before;

        internal Variables(params (string Name, string? Value)[] values)
        {
            _before = [.. values.Select(value => (value.Name, Environment.GetEnvironmentVariable(value.Name)))];
            foreach (var (name, value) in values)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        public void Dispose()
        {
            foreach (var (name, before) in _before)
            {
                Environment.SetEnvironmentVariable(name, before);
            }
        }
    }
}
