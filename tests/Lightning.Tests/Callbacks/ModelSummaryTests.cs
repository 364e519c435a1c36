using Spectre.Console;

namespace Lightning.Tests.Callbacks;

public sealed class ModelSummaryTests
{
    [Theory]
    [InlineData(1, new[] { "outer" })]
    [InlineData(2, new[] { "outer", "outer.0", "outer.1" })]
    [InlineData(-1, new[] { "outer", "outer.0", "outer.1", "outer.1.0" })]
    [InlineData(0, new string[0])]
    public void Parts_are_shown_down_to_a_depth(int depth, string[] expected)
    {
        var lines = Print(new Nested(), depth);
        Assert.Equal(expected, Names(lines));
    }

    [Fact]
    public void Sizes_come_from_an_example()
    {
        var model = new Nested { example_input_array = torch.zeros([4, 32]) };
        model.outer.eval();
        model.outer.train();
        var lines = Print(model, -1);
        Assert.Contains(lines, line => line.Contains("outer.0", StringComparison.Ordinal) && line.Contains("[4, 32]", StringComparison.Ordinal) && line.Contains("[4, 8]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("outer.1.0", StringComparison.Ordinal) && line.Contains("[4, 1]", StringComparison.Ordinal));
        Assert.True(model.outer.training);
    }

    [Fact]
    public void Without_an_example_there_are_no_columns_of_sizes() => Assert.DoesNotContain(Print(new Nested(), 1), line => line.Contains("In sizes", StringComparison.Ordinal));

    [Fact]
    public void An_example_that_is_no_batch_of_the_steps_gives_no_sizes()
    {
        var writer = new StringWriter();
        var model = new Paired { example_input_array = torch.zeros([4, 32]) };
        new Trainer(
            accelerator: "cpu", max_epochs: 1, logger: false, enable_checkpointing: false, enable_progress_bar: false,
            callbacks: [new ModelSummary(1, Plain(writer))]).fit(model, new List<(Tensor, Tensor)> { (torch.zeros([4, 32]), torch.zeros([4, 1])) });
        Assert.DoesNotContain("In sizes", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_are_told()
    {
        var lines = Print(new Nested(), 1);
        Assert.Contains(lines, line => line.Contains("273 trainable, 0 frozen, 273 parameters in all, 0.001 MB; 4 modules in train mode, 0 in eval mode", StringComparison.Ordinal));
    }

    [Fact]
    public void The_bar_can_be_hidden_and_shows_the_version()
    {
        var writer = new StringWriter();
        var bar = new ProgressBar(console: Plain(writer));
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 1, limit_train_batches: 1, limit_val_batches: 0, logger: new RecordingLogger("x"), enable_checkpointing: false,
            enable_model_summary: false, callbacks: [bar]);
        trainer.fit(new BoringModel());
        Assert.Contains("v_num=0", writer.ToString(), StringComparison.Ordinal);

        writer.GetStringBuilder().Clear();
        bar.disable();
        Assert.False(bar.is_enabled);
        trainer.fit(new BoringModel());
        Assert.Equal("", writer.ToString());
        bar.enable();
        trainer.fit(new BoringModel());
        Assert.Contains("Epoch 0", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_that_does_not_leave_anything_leaves_nothing()
    {
        var writer = new StringWriter();
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 1, limit_train_batches: 1, limit_val_batches: 0, logger: false, enable_checkpointing: false,
            enable_model_summary: false, callbacks: [new ProgressBar(console: Plain(writer), leave: false)]);
        trainer.fit(new BoringModel());
        Assert.Equal("", writer.ToString());
    }

    private static IEnumerable<string> Names(IEnumerable<string> lines) => lines
        .Select(line => line.Split([' ', '|', '│'], StringSplitOptions.RemoveEmptyEntries))
        .Where(cells => cells.Length > 2 && int.TryParse(cells[0], out _) && cells[1].StartsWith("outer", StringComparison.Ordinal))
        .Select(cells => cells[1]);

    private static List<string> Print(Nested model, int depth)
    {
        var writer = new StringWriter();
        new Trainer(
            accelerator: "cpu", max_epochs: 1, logger: false, enable_checkpointing: false, enable_progress_bar: false,
            callbacks: [new ModelSummary(depth, Plain(writer))]).fit(model);
        return [.. writer.ToString().Split('\n')];
    }

    private static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 200;
        return console;
    }

    private sealed class Nested : LightningModule<Tensor>
    {
        internal readonly TorchSharp.Modules.Sequential outer = torch.nn.Sequential(torch.nn.Linear(32, 8), torch.nn.Sequential(torch.nn.Linear(8, 1)));

        public Nested() => RegisterComponents();

        public override Tensor training_step(Tensor batch, int batch_idx) => outer.call(batch).square().mean();

        public override object? predict_step(Tensor batch, int batch_idx) => outer.call(batch);

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.1);

        public override System.Collections.IEnumerable? train_dataloader() => Samples.Batches(1);
    }

    private sealed class Paired : LightningModule<(Tensor x, Tensor y)>
    {
        private readonly TorchSharp.Modules.Linear layer = torch.nn.Linear(32, 1);

        public Paired() => RegisterComponents();

        public override Tensor training_step((Tensor x, Tensor y) batch, int batch_idx) => torch.nn.functional.mse_loss(layer.call(batch.x), batch.y);

        public override object? predict_step((Tensor x, Tensor y) batch, int batch_idx) => layer.call(batch.x);

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.1);
    }
}
