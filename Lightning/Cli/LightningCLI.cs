using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Lightning.Cli;

namespace Lightning;

/// <summary>
/// A command line for a module and its data: reads settings of the Trainer, the module and the data from options and YAML files, makes them, and runs
/// the subcommand. Use <see cref="LightningCLI{TModel, TDataModule}"/> or <see cref="LightningCLI{TModel}"/>.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.cli.LightningCLI</c>. docs/command-line.md says what a line may hold.</remarks>
public abstract partial class LightningCLI
{
    internal const string ModelKey = "model";
    internal const string DataKey = "data";
    private const string TrainerKey = "trainer";
    private const string OptimizerKey = "optimizer";
    private const string SchedulerKey = "lr_scheduler";
    private const string SeedKey = "seed_everything";

    private readonly CliSettings _settings;
    private readonly LightningArgumentParser _parser;
    private readonly Dictionary<string, object?> _config = [];
    private readonly Dictionary<string, object?> _made = [];
    private readonly TrainerDefaults _trainerDefaults;
    private readonly ClassEntry _trainerClass;
    private Trainer? _trainer;
    private LightningModule? _model;

    private protected LightningCLI(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type model,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type? data,
        CliSettings settings)
    {
        LastWords.Arm();
        _settings = settings;
        var kwargs = settings.Parser ?? new ParserKwargs();
        Assembly?[] assemblies = [model.Assembly, data?.Assembly, GetType().Assembly, Assembly.GetEntryAssembly()];
        _parser = new LightningArgumentParser(kwargs, assemblies.OfType<Assembly>());
        _trainerClass = _parser.Classes.Add(typeof(Trainer));
        _trainerDefaults = new TrainerDefaults(settings.TrainerDefaults, _trainerClass);
        config = new CliConfig(_config);
        try
        {
            DescribeCore(model, data);
            add_arguments_to_parser(_parser);
            _parser.CheckClasses();
            _trainerDefaults.AddTo(_parser);

            var line = CommandLineReader.Read(settings.Args ?? [.. Environment.GetCommandLineArgs().Skip(1)], settings.Run ? [.. HelpWriter.Subcommands.Keys] : []);
            subcommand = RequireSubcommand(line);
            DescribeSubcommand();
            foreach (var (name, value) in _parser.Parse(line))
            {
                _config[name] = value;
            }

            Seed();
            before_instantiate_classes();
            Instantiate();
            RunSubcommand();
        }
        catch (MisconfigurationException exception)
        {
            throw new CommandLineException(exception.Message, exception);
        }
    }

    /// <summary>What the line asked for: "fit", "validate", "test" or "predict"; null with <c>run: false</c>.</summary>
    public string? subcommand { get; }

    /// <summary>The configuration, with all defaults.</summary>
    public CliConfig config { get; }

    /// <summary>What was made of the configuration, by key: "trainer", "model", "data", and what was added to the parser.</summary>
    public IReadOnlyDictionary<string, object?> config_init => _made;

    /// <summary>The Trainer.</summary>
    public Trainer trainer => _trainer ?? throw NotYet("trainer");

    /// <summary>The module.</summary>
    public LightningModule model => _model ?? throw NotYet("model");

    /// <summary>The data; null when the command line has none.</summary>
    public LightningDataModule? datamodule { get; private set; }

    /// <summary>The configuration as YAML, as <c>--print_config</c> prints it and <c>--config</c> takes it.</summary>
    public string dump() => _parser.Dump(_config);

    private static InvalidOperationException NotYet(string what) => new($"LightningCLI.{what} is there once the classes have been made; before_instantiate_classes comes earlier.");

    private void DescribeCore(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type model,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type? data)
    {
        _parser.Add(new Member(
            SeedKey,
            ScalarKinds.For(typeof(SeedEverything))!,
            Required: false,
            _settings.SeedDefault.Plain,
            () => "A seed for all random generators; true takes PL_GLOBAL_SEED, or else 0; false seeds nothing."));
        _parser.Add(Arguments(TrainerKey, _trainerClass));
        _parser.Add(Described(ModelKey, model, _settings.SubclassModel));
        if (data is not null)
        {
            _parser.Add(Described(DataKey, data, _settings.SubclassData));
        }

        if (_settings.ConfiguresOptimizers)
        {
            var (kinds, rules) = (_parser.Classes.Kinds, _parser.Rules);
            _parser.Add(Chosen(OptimizerKey, OptimizerClasses.OptimizerFamily(kinds, rules), "The optimizer of all parameters, in place of the model's configure_optimizers."));
            _parser.Add(Chosen(SchedulerKey, OptimizerClasses.SchedulerFamily(kinds, rules), "What leads its learning rate, epoch by epoch."));
        }
    }

    // An abstract class has no arguments of its own: one of its subclasses is named.
    private Member Described(string key, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, bool subclass)
    {
        if (subclass || type.IsAbstract)
        {
            if (!type.IsAbstract)
            {
                _parser.Classes.Add(type);
            }

            return new Member(key, new ClassKind(_parser.Classes.Subclasses(type)), Required: true, Default: null, () => $"The class of the {key}, and its arguments.");
        }

        return Arguments(key, _parser.Classes.Add(type));
    }

    private static Member Arguments(string key, ClassEntry entry) => new(
        key, entry.Arguments, Required: false, Default: null, () => entry.Documentation is { } name ? XmlDocumentation.Of(entry.Assembly).Summary(name) : null);

    private static Member Chosen(string key, ClassFamily family, string what) =>
        new(key, new NullableKind(new ClassKind(family)), Required: false, Default: null, () => what);

    private string? RequireSubcommand(CommandLineReader line)
    {
        if (!_settings.Run || line.Subcommand is not null)
        {
            return line.Subcommand;
        }

        if (line.HelpAsked)
        {
            _parser.Help(null).WriteSubcommands();
            throw CommandLineException.Printed();
        }

        throw new CommandLineException($"A subcommand is missing: {string.Join(", ", HelpWriter.Subcommands.Keys)}. --help says more.");
    }

    private void DescribeSubcommand()
    {
        if (subcommand is null)
        {
            return;
        }

        _parser.Add(new Member(
            "ckpt_path", new NullableKind(ScalarKinds.Text), Required: false, Default: null,
            () => subcommand == "fit" ? "A checkpoint to go on from: a path, \"last\" or \"best\"." : "A checkpoint to load first: a path, \"last\" or \"best\"."));
        if (subcommand is "validate" or "test")
        {
            _parser.Add(new Member("verbose", ScalarKinds.Bool, Required: false, Default: true, () => "Prints the results as a table."));
        }
        else if (subcommand is "predict")
        {
            _parser.Add(new Member("return_predictions", ScalarKinds.Bool, Required: false, Default: true, () => "Keeps what predict_step returns."));
        }
    }

    private void Seed()
    {
        var seed = (SeedEverything)ScalarKinds.For(typeof(SeedEverything))!.Build(_config[SeedKey])!;
        if (seed.Enabled)
        {
            // The number itself is kept, so that the saved configuration makes the same run anywhere.
            _config[SeedKey] = (long)L.seed_everything(seed.Seed, workers: true);
        }
    }
}
