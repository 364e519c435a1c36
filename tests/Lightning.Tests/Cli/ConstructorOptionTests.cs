namespace Lightning.Tests.Cli;

/// <summary>What the constructors of modules and data may take.</summary>
public sealed class ConstructorOptionTests
{
    [Fact]
    public void Single_values()
    {
        var net = Line.Read("--model.lr", "0.1", "--model.activation=tanh", "--model.name=12", "--model.note", "a note", "--model.decay=1e-4", "--model.wide").model;

        Assert.Equal((0.1, CliActivation.Tanh, "12", "a note", 1e-4f, true), (net.LearningRate, net.Activation, net.Name, net.Note, net.Decay, net.Wide));
    }

    [Fact]
    public void Defaults_are_the_constructors()
    {
        var net = Line.Read().model;

        Assert.Equal((CliActivation.Relu, "net", null, 0.1f, false), (net.Activation, net.Name, net.Note, net.Decay, net.Wide));
        Assert.Null(net.Sizes);
        Assert.Null(net.Watch);
    }

    [Fact]
    public void Null_empty_and_negative()
    {
        var net = Line.Read("--model.lr=-.inf", "--model.decay=null", "--model.note=", "--model.name=-x").model;

        Assert.Equal((double.NegativeInfinity, null, "", "-x"), (net.LearningRate, net.Decay, net.Note, net.Name));
    }

    [Fact]
    public void Lists_and_dictionaries()
    {
        var net = Line.Read("--model.sizes=[3, 5]", "--model.sizes+=7", "--model.sizes+=[8,9]", "--model.weights={cat: 1, dog: 0.5}", "--model.weights.dog=2").model;

        Assert.Equal([3, 5, 7, 8, 9], net.Sizes!);
        Assert.Equal(new Dictionary<string, double> { ["cat"] = 1, ["dog"] = 2 }, net.ClassWeights!);
    }

    [Fact]
    public void A_record_takes_its_arguments_directly_or_by_class()
    {
        var direct = Line.Read("--model.options.depth=3", "--model.options.names=[a,b]").model.Options!;
        Assert.Equal((3, "a,b"), (direct.depth, string.Join(',', direct.names!)));
        Assert.Equal(4, Line.Read("--model.options=CliOptions", "--model.options.init_args.depth=4").model.Options!.depth);
        Assert.Equal(5, Line.Read("--model.options={depth: 5}").model.Options!.depth);
    }

    [Fact]
    public void A_class_of_the_program_stands_where_its_interface_is_asked_for()
    {
        Assert.Equal(9, Line.Read("--model.shape=CliSquare", "--model.shape.side=3").model.Shape!.Area);
        Assert.Equal(6, Line.Read("--model.shape={class_path: Lightning.Tests.Cli.CliRectangle, init_args: {width: 6}}").model.Shape!.Area);
        // Another class does not keep the arguments of the one before.
        Assert.Equal(2, Line.Read("--model.shape=CliSquare", "--model.shape.side=3", "--model.shape=CliRectangle", "--model.shape.width=2").model.Shape!.Area);
    }

    [Fact]
    public void The_data_too() => Assert.Equal((32, 2), Line.Read("--data.batch_size", "32", "--data.batches=2").datamodule is var data ? (data.BatchSize, data.Count) : default);

    [Fact]
    public void Hyperparameters_are_kept_as_the_configuration_gave_them()
    {
        var cli = Line.Read("--model.lr=0.25", "--model.sizes=[1,2]", "--data.batch_size=8");

        Assert.Equal(0.25, cli.model.hparams.number<double>("lr"));
        Assert.Equal(new List<object?> { 1L, 2L }, cli.model.hparams["sizes"]);
        Assert.Equal("Relu", cli.model.hparams.text("activation"));
        Assert.Equal(8, cli.datamodule.hparams.number<int>("batch_size"));
    }

    [Fact]
    public void A_model_alone()
    {
        var cli = new LightningCLI<BoringModel>(["--model.dropout=0.5"], run: false, seed_everything_default: false, save_config_callback: false);

        Assert.Equal(0.5, cli.model.Dropout);
        Assert.False(cli.config.ContainsKey("data"));
    }

    [Fact]
    public void An_abstract_module_is_chosen_on_the_line()
    {
        var cli = new AnyModule(["--model=CliNet", "--model.lr=0.1", "--model.init_args.name=chosen"]);

        Assert.Equal("chosen", Assert.IsType<CliNet>(cli.model).Name);
        Assert.Equal("chosen", cli.model.hparams.text("name"));
        Assert.Equal("Lightning.Tests.Cli.CliNet", cli.config["model.class_path"]);
    }

    // Classes are looked for in the assembly of the command line's class too.
    private sealed class AnyModule(string[] args) : LightningCLI<LightningModule>(args, run: false, seed_everything_default: false, save_config_callback: false);
}
