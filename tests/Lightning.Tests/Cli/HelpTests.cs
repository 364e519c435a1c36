namespace Lightning.Tests.Cli;

/// <summary>What help prints: the documentation of constructors, their types and defaults.</summary>
public sealed class HelpTests
{
    [Fact]
    public void The_program() => Assert.Equal(
        """
        usage: train [-h] [-c FILE] {fit,validate,test,predict} ...

        subcommands:
          fit       Trains the model.
          validate  Runs one pass over the validation set.
          test      Runs one pass over the test set.
          predict   Predicts every batch.

        train SUBCOMMAND --help lists the options of one.

        """.ReplaceLineEndings("\n"),
        Line.Printed(true, "--help"));

    [Fact]
    public void A_subcommand()
    {
        var help = Line.Printed(true, "fit", "--help");

        Assert.StartsWith(
            """
            usage: train fit [options]

            Trains the model.

            options:
              -h, --help
                    Prints this.
              -c, --config FILE
                    Reads settings from a YAML file. May be given several times: later files, and then the options, win.
              --print_config[=skip_null,skip_default]
                    Prints the configuration with all defaults, for --config.
              --seed_everything SEED_EVERYTHING
                    A seed for all random generators; true takes PL_GLOBAL_SEED, or else 0; false seeds nothing.
                    (type: bool or int, default: false)
              --optimizer OPTIMIZER
                    The optimizer of all parameters, in place of the model's configure_optimizers.
                    (type: optimizer or null, default: null)
              --optimizer.help NAME
                    Lists the arguments of ASGD, Adadelta, Adafactor, Adagrad, Adam, AdamW, Adamax, LBFGS, NAdam, RAdam,
                    RMSProp, Rprop, SGD, SparseAdam.

            """.ReplaceLineEndings("\n"),
            help,
            StringComparison.Ordinal);
        Assert.Contains(
            """
              --trainer.limit_train_batches LIMIT_TRAIN_BATCHES
                    How many training batches per epoch: an int counts, a double is a fraction; default all.
                    (type: int or float or null, default: null)

            """.ReplaceLineEndings("\n"),
            help,
            StringComparison.Ordinal);
        Assert.EndsWith(
            """
            model: A small net for command lines.
              --model FILE
                    Reads all of model from a YAML file.
              --model.lr LR
                    The learning rate. (type: float, required)
              --model.sizes SIZES
                    The sizes of the layers, as CliData has them. (type: list of int or null, default: null)
              --model.activation ACTIVATION
                    What stands between layers. (type: Relu, Tanh, default: Relu)
              --model.name NAME
                    What it is called. (type: str, default: net)
              --model.note NOTE
                    Anything, or nothing. (type: str or null, default: null)
              --model.decay DECAY
                    A factor, or none. (type: float or null, default: 0.1)
              --model.weights WEIGHTS
                    Weights by class. (type: mapping from str to float or null, default: null)
              --model.wide WIDE
                    Whether it is wide. (type: bool, default: false)
              --model.options OPTIONS
                    What a record holds. (type: CliOptions or null, default: null)
              --model.options.help NAME
                    Lists the arguments of CliOptions.
              --model.shape SHAPE
                    A shape of any class. (type: ICliShape or null, default: null)
              --model.shape.help NAME
                    Lists the arguments of CliRectangle, CliSquare.

            data: A few batches.
              --data FILE
                    Reads all of data from a YAML file.
              --data.batch_size BATCH_SIZE
                    How many samples a batch holds. (type: int, default: 4)
              --data.batches BATCHES
                    How many batches there are. (type: int, default: 4)

            """.ReplaceLineEndings("\n"),
            help,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_argument_of_the_Trainer_is_described()
    {
        var lines = Line.Printed(true, "test", "--help").Split('\n');
        foreach (var (line, index) in lines.Select((line, index) => (line, index)).Where(line => line.line.StartsWith("  --", StringComparison.Ordinal)))
        {
            Assert.False(lines[index + 1].Trim().StartsWith("(type", StringComparison.Ordinal), line);
        }
    }

    [Fact]
    public void A_class()
    {
        Assert.Equal(
            """
            torch.optim.ASGD: ASGD; see ASGD.
              --optimizer.lr LR
                    Learning rate. (type: float, default: 0.001)
              --optimizer.lambd LAMBD
                    Factor that parameters shrink by. (type: float, default: 0.0001)
              --optimizer.alpha ALPHA
                    Power that the learning rate falls with. (type: float, default: 0.75)
              --optimizer.t0 T0
                    The step from which on parameters are averaged. (type: float, default: 1000000.0)
              --optimizer.weight_decay WEIGHT_DECAY
                    Factor of the L2 penalty. (type: float, default: 0.0)
              --optimizer.maximize MAXIMIZE
                    Whether to climb instead of to descend. (type: bool, default: false)
              --optimizer.foreach FOREACH
                    Accepted as in Python and left unread: updates always run through libtorch's operators on lists.
                    (type: bool or null, default: null)

            """.ReplaceLineEndings("\n"),
            Line.Printed(false, "--optimizer.help=ASGD"));
        Assert.Contains(
            "  --trainer.callbacks.patience PATIENCE\n        How many checks without improvement to wait for. (type: int, default: 3)\n",
            Line.Printed(false, "--trainer.callbacks.help", "EarlyStopping"),
            StringComparison.Ordinal);
        Assert.StartsWith("  --model.lr LR\n", Line.Printed(false, "--model.help"), StringComparison.Ordinal);
        Assert.Equal("--trainer.profiler takes Profiler: AdvancedProfiler, PyTorchProfiler, SimpleProfiler.", Line.Printed(false, "--trainer.profiler.help").Split('\n')[0]);
        Assert.StartsWith("--optimizer.help: there is no optimizer \"Adm\". Did you mean Adam?", Line.Refused("--optimizer.help=Adm"), StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_from_code_are_the_ones_shown()
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Throws<CommandLineException>(() => new LightningCLI<CliNet>(
            ["--help"], run: false, trainer_defaults: new Dictionary<string, object?> { ["max_epochs"] = 12 }, parser_kwargs: new() { prog = "train", description = "Trains nets.", output = output }));

        Assert.StartsWith("usage: train [options]\n\nTrains nets.\n\noptions:\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("no limit.\n        (type: int or null, default: 12)\n", output.ToString(), StringComparison.Ordinal);
    }
}
