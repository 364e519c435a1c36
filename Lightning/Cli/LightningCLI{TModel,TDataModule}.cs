using System.Diagnostics.CodeAnalysis;
using Lightning.Cli;

namespace Lightning;

/// <summary>A command line for a module and a datamodule. Making it reads the line, makes the objects, and runs the subcommand.</summary>
/// <typeparam name="TModel">The module; abstract, its subclasses are named on the line: <c>--model Net --model.lr 0.1</c>.</typeparam>
/// <typeparam name="TDataModule">The data; abstract likewise.</typeparam>
/// <remarks>
/// The arguments of the constructors of the Trainer, the module and the data become options: <c>fit --trainer.max_epochs 3 --model.lr 0.1 --data.batch_size 32</c>.
/// What a configuration can make is closed: Lightning's callbacks, loggers, profilers, strategies and plugins, torch's optimizers and schedulers, and the
/// classes of the program's own assemblies. Python: <c>lightning.pytorch.cli.LightningCLI(Model, DataModule)</c>.
/// </remarks>
public class LightningCLI<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TModel,
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDataModule> : LightningCLI
    where TModel : LightningModule
    where TDataModule : LightningDataModule
{
    /// <summary>Reads the command line and does what it says.</summary>
    /// <param name="args">The line without the program; null takes the process's own.</param>
    /// <param name="run">Whether the line begins with a subcommand (fit, validate, test, predict), which is run; default true. False only makes the objects.</param>
    /// <param name="trainer_defaults">Defaults of the Trainer's arguments; callbacks among them are always there.</param>
    /// <param name="seed_everything_default">The default of <c>--seed_everything</c>: a seed, true (the default) or false.</param>
    /// <param name="save_config_callback">Whether a run saves its configuration in its log folder; default true.</param>
    /// <param name="save_config_kwargs">The file's name, and whether to overwrite one that is there.</param>
    /// <param name="parser_kwargs">How the line is read: names, default files, environment variables.</param>
    /// <param name="subclass_mode_model">Whether subclasses of the module are named on the line although it is not abstract; default false.</param>
    /// <param name="subclass_mode_data">Whether subclasses of the datamodule are named on the line although it is not abstract; default false.</param>
    /// <param name="auto_configure_optimizers">Whether the line takes <c>--optimizer</c> and <c>--lr_scheduler</c>; default true.</param>
    /// <exception cref="CommandLineException">The line or a file cannot be used (exit code 2), or help was asked for and has been printed (exit code 0).</exception>
    /// <exception cref="TrainerInterruptedException">Ctrl-C or SIGTERM came; the run stopped at a batch boundary.</exception>
    public LightningCLI(
        IReadOnlyList<string>? args = null,
        bool run = true,
        IReadOnlyDictionary<string, object?>? trainer_defaults = null,
        SeedEverything? seed_everything_default = null,
        bool save_config_callback = true,
        SaveConfigKwargs? save_config_kwargs = null,
        ParserKwargs? parser_kwargs = null,
        bool subclass_mode_model = false,
        bool subclass_mode_data = false,
        bool auto_configure_optimizers = true)
        : base(typeof(TModel), typeof(TDataModule), new CliSettings(
            args, run, trainer_defaults, seed_everything_default ?? true, save_config_callback, save_config_kwargs, parser_kwargs, subclass_mode_model, subclass_mode_data, auto_configure_optimizers))
    {
    }

    /// <summary>The module.</summary>
    public new TModel model => (TModel)base.model;

    /// <summary>The data.</summary>
    public new TDataModule datamodule => (TDataModule)base.datamodule!;
}
