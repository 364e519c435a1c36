using Spectre.Console;

namespace Lightning.Tests.Callbacks;

public sealed class ProgressBarTests
{
    [Fact]
    public void Without_a_terminal_each_epoch_is_a_line_with_its_metrics()
    {
        var writer = new StringWriter();
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 2, logger: false, enable_checkpointing: false, enable_model_summary: false, num_sanity_val_steps: 0,
            callbacks: [new ProgressBar(console: Plain(writer))]);
        trainer.fit(new ScriptedModel { Training = (m, i) => m.log("loss", 0.5, prog_bar: true), Validation = (m, i, _) => m.log("acc", 0.25, prog_bar: true) });

        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Contains("Validation: 100% 2/2", lines[0], StringComparison.Ordinal);
        Assert.Contains("Epoch 0: 100% 4/4", lines[1], StringComparison.Ordinal);
        Assert.Contains("loss=0.5", lines[1], StringComparison.Ordinal);
        Assert.Contains("acc=0.25", lines[1], StringComparison.Ordinal);
        Assert.Contains("Epoch 1: 100% 4/4", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_parameters()
    {
        var writer = new StringWriter();
        var model = new BoringModel();
        model.layer.bias!.requires_grad = false;
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 1, logger: false, enable_checkpointing: false, enable_progress_bar: false, limit_train_batches: 1,
            callbacks: [new ModelSummary(console: Plain(writer))]);
        trainer.fit(model);

        Assert.Contains("64 trainable, 2 frozen, 66 parameters", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("layer", writer.ToString(), StringComparison.Ordinal);
    }

    private static IAnsiConsole Plain(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    });
}
